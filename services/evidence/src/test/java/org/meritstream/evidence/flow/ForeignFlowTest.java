package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Foreign.minute;
import static org.meritstream.evidence.flow.Happenings.evaluate;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.regraded;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.RegradePolicy;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;

/** What is earned by holding another issuer's credential, once issuance has verified it. */
class ForeignFlowTest {
    private static final UUID FIRST = UUID.fromString("0199b0c0-0000-7000-8000-00000000f001");
    private static final UUID SECOND = UUID.fromString("0199b0c0-0000-7000-8000-00000000f002");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final AchievementPublished ATLAS = stack(Foreign.rule());
    private static final Foreign MAPS = Foreign.of(NORTHGATE, AMINA, FIRST);

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void confersWhatAsksForItOnceItIsVerified() {
        given(publish(ATLAS), profiled(NORTHGATE, AMINA));

        given(MAPS.verified(minute(1)));

        assertThat(standing()).containsExactly("atlas");
        assertThat(explained()).contains("The credential for “" + Foreign.MAPS + "” is held and valid.");
    }

    @Test
    void namesNoComponentThatThisInstitutionDidNotIssue() {
        given(publish(ATLAS), profiled(NORTHGATE, AMINA), MAPS.verified(minute(1)));

        assertThat(evidence.awards())
                .singleElement()
                .satisfies(award -> assertThat(award.basis().components()).isEmpty());
    }

    @Test
    void countsTheCreditsThatTheRuleSays() {
        Rule credits = new Rule.Credits(
                new BigDecimal("2.5"),
                List.of(new Rule.Credits.Counted(Foreign.MAPS, Foreign.ISSUER, new BigDecimal("2.5"))));
        given(publish(stack(credits)), profiled(NORTHGATE, AMINA));

        given(MAPS.verified(minute(1)));

        assertThat(standing()).containsExactly("atlas");
    }

    @Test
    void reachesWhoHeldItBeforeTheStackWasPublished() {
        given(profiled(NORTHGATE, AMINA), MAPS.verified(minute(1)));

        given(publish(ATLAS), evaluate(ATLAS, AMINA));

        assertThat(standing()).containsExactly("atlas");
    }

    @Test
    void countsNothingThatAnotherIssuerSaysOfTheSameAchievement() {
        given(publish(ATLAS), profiled(NORTHGATE, AMINA));

        given(MAPS.verifiedOf("did:web:elsewhere.example", minute(1)));

        assertThat(standing()).isEmpty();
    }

    @Test
    void countsNothingThatWasHandedInAtAnotherInstitution() {
        given(publish(ATLAS), profiled(NORTHGATE, AMINA), profiled(SOUTHFIELD, AMINA));

        given(Foreign.of(SOUTHFIELD, AMINA, FIRST).verified(minute(1)));

        assertThat(standing()).isEmpty();
    }

    @Test
    void filesWhatIsHeldAlreadyNoSecondTime() {
        given(MAPS.verified(minute(1)), MAPS.verified(SECOND, minute(2)));

        assertThat(evidence.facts()).hasSize(1);
    }

    @Test
    void takesBackWhatRestsOnItWhenItLapses() {
        given(publish(regraded(RegradePolicy.WITHDRAW, ATLAS)), profiled(NORTHGATE, AMINA), MAPS.verified(minute(1)));

        given(MAPS.lapsed(minute(2)));

        assertThat(standing()).isEmpty();
        assertThat(explained()).contains("The credential for “" + Foreign.MAPS + "” was revoked.");
    }

    /** A suspension that was lifted: what is handed in anew is held anew. */
    @Test
    void countsItAgainWhenItIsHandedInAgainAfterItLapsed() {
        given(publish(ATLAS), profiled(NORTHGATE, AMINA), MAPS.verified(minute(1)), MAPS.lapsed(minute(2)));

        given(Foreign.of(NORTHGATE, AMINA, SECOND).verified(minute(3)));

        assertThat(dossier().earned()).isTrue();
    }

    @Test
    void judgesAgainWhenItsTimeIsOver() {
        Instant end = MORNING.plus(YEAR);
        given(publish(ATLAS), profiled(NORTHGATE, AMINA), MAPS.until(end).verified(minute(1)));
        assertThat(dossier().earned()).isTrue();

        evidence.passTo(end);

        assertThat(dossier().earned()).isFalse();
        assertThat(explained()).contains("The credential for “" + Foreign.MAPS + "” has expired.");
    }

    @Test
    void waitsForNoExpiryOfWhatLapsed() {
        given(MAPS.until(MORNING.plus(YEAR)).verified(minute(1)));
        assertThat(evidence.timers())
                .extracting(Timer::command)
                .containsExactly(new CredentialFellDue(NORTHGATE, FIRST, AMINA, Foreign.MAPS, MORNING.plus(YEAR)));

        given(MAPS.lapsed(minute(2)));

        assertThat(evidence.timers()).isEmpty();
    }

    @RepeatedTest(40)
    void comesToTheSameStandingWhateverIsToldFirst(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        Foreign again = Foreign.of(NORTHGATE, AMINA, SECOND);
        List<Inbound> told = new ArrayList<>(List.of(
                profiled(NORTHGATE, AMINA),
                MAPS.verified(minute(1)),
                MAPS.lapsed(minute(2)),
                again.verified(minute(3))));
        told.addAll(List.copyOf(told));
        Collections.shuffle(told, random);
        told.add(random.nextInt(told.size() + 1), publish(ATLAS));

        told.forEach(this::given);
        given(evaluate(ATLAS, AMINA));

        assertThat(dossier().earned()).isTrue();
        assertThat(dossier().explanation().facts()).hasSize(1);
        assertThat(standing()).containsExactly("atlas");
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private List<String> standing() {
        return evidence.awards().stream()
                .filter(Award::stands)
                .map(Award::achievement)
                .toList();
    }

    private Dossier dossier() {
        return evidence.dossiers().iterator().next();
    }

    private List<String> explained() {
        return Explained.of(dossier().explanation(), Words.in("en")).sentences().stream()
                .map(Explained.Sentence::text)
                .toList();
    }

    private static AchievementPublished stack(Rule rule) {
        return called("atlas", version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, rule));
    }
}
