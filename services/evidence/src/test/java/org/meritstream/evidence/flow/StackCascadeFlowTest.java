package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.expiring;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.issued;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.revoked;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.holds;
import static org.meritstream.evidence.judgement.Fixtures.regraded;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.DecideFlag;
import org.meritstream.events.RegradePolicy;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.log.Inbound;

/** What a lost component takes with it, from stack to stack, each by its own policy. */
class StackCascadeFlowTest {
    private static final UUID CREDENTIAL = UUID.fromString("33333333-3333-8333-8333-333333333331");
    private static final UUID NEXT = UUID.fromString("33333333-3333-8333-8333-333333333332");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String COMPONENT = "level-0";

    private final MemoryStore evidence = new MemoryStore();

    /** Stacks within stacks go eight deep at most; the component itself is none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void takesEveryStackWithItWhateverItsDepth(int depth) {
        offered(depth, RegradePolicy.WITHDRAW);
        marked(80, 0);
        assertThat(standing()).hasSize(depth + 1);

        marked(20, 1);

        assertThat(standing()).isEmpty();
        assertThat(evidence.awards()).as("each once").hasSize(depth + 1);
    }

    @Test
    void bringsEveryStackBackUnderItsNextNumberOnceTheComponentIsEarnedAgain() {
        offered(3, RegradePolicy.WITHDRAW);
        marked(80, 0);
        marked(20, 1);

        marked(90, 2);

        assertThat(standing()).containsExactly(COMPONENT, "level-1", "level-2", "level-3");
        assertThat(evidence.awards())
                .filteredOn(Award::stands)
                .extracting(Award::number)
                .containsOnly(2);
    }

    @Test
    void stopsAtAStackThatAPersonHasToDecideAndGoesOnWhenTheyDo() {
        offered(COMPONENT, RegradePolicy.WITHDRAW, share(COMPONENT, "0.6", CountingAttempt.LATEST));
        offered("level-1", RegradePolicy.WITHDRAW, holds(COMPONENT));
        offered("level-2", RegradePolicy.FLAG, holds("level-1"));
        offered("level-3", RegradePolicy.WITHDRAW, holds("level-2"));
        given(profiled(NORTHGATE, AMINA));
        marked(80, 0);

        marked(20, 1);
        assertThat(standing()).containsExactly("level-2", "level-3");
        assertThat(award("level-2").regard()).isEqualTo(Regard.FLAGGED);
        assertThat(award("level-3").regard()).as("what it rests on is held").isEqualTo(Regard.NONE);

        given(inbound(
                new DecideFlag(NORTHGATE, award("level-2").id(), AMINA, DecideFlag.Decision.WITHDRAW),
                MORNING.plusSeconds(500)));
        assertThat(standing()).isEmpty();
    }

    @Test
    void takesEveryStackWithItWhenTheComponentExpires() {
        offered(3, RegradePolicy.WITHDRAW);
        given(expiring(issued(NORTHGATE, AMINA, CREDENTIAL, COMPONENT, MORNING), MORNING.plus(YEAR)));
        Issuing.play(evidence);
        assertThat(standing()).containsExactly("level-1", "level-2", "level-3");

        evidence.passTo(MORNING.plus(YEAR));
        Issuing.play(evidence);

        assertThat(standing()).isEmpty();
    }

    /** Issuance tells the one that takes the place before it tells that the former is revoked. */
    @Test
    void takesNothingWhenTheComponentIsCorrected() {
        offered(3, RegradePolicy.WITHDRAW);
        given(issued(NORTHGATE, AMINA, CREDENTIAL, COMPONENT, MORNING));
        Issuing.play(evidence);
        Instant corrected = MORNING.plusSeconds(60);

        given(issued(NORTHGATE, AMINA, NEXT, COMPONENT, corrected));
        given(revoked(NORTHGATE, AMINA, CREDENTIAL, COMPONENT, corrected));
        Issuing.play(evidence);

        assertThat(standing()).containsExactly("level-1", "level-2", "level-3");
        assertThat(evidence.awards()).extracting(Award::number).containsOnly(1);
    }

    @Test
    void takesNothingWhenTheComponentWasRenewedBeforeItExpired() {
        offered(3, RegradePolicy.WITHDRAW);
        given(expiring(issued(NORTHGATE, AMINA, CREDENTIAL, COMPONENT, MORNING), MORNING.plus(YEAR)));
        given(expiring(
                issued(NORTHGATE, AMINA, NEXT, COMPONENT, MORNING.plusSeconds(60)),
                MORNING.plus(YEAR).plus(YEAR)));
        Issuing.play(evidence);

        evidence.passTo(MORNING.plus(YEAR));
        Issuing.play(evidence);

        assertThat(standing()).containsExactly("level-1", "level-2", "level-3");
        evidence.passTo(MORNING.plus(YEAR).plus(YEAR));
        Issuing.play(evidence);
        assertThat(standing()).isEmpty();
    }

    @Test
    void leavesWhatIsKeptWithAllThatRestsOnIt() {
        offered(COMPONENT, RegradePolicy.WITHDRAW, share(COMPONENT, "0.6", CountingAttempt.LATEST));
        offered("level-1", RegradePolicy.KEEP, holds(COMPONENT));
        offered("level-2", RegradePolicy.WITHDRAW, holds("level-1"));
        given(profiled(NORTHGATE, AMINA));
        marked(80, 0);

        marked(20, 1);

        assertThat(standing()).containsExactly("level-1", "level-2");
    }

    /** A component and stacks above it, each earned by holding the one below. */
    private void offered(int depth, RegradePolicy policy) {
        offered(COMPONENT, policy, share(COMPONENT, "0.6", CountingAttempt.LATEST));
        for (int level = 1; level <= depth; level++) {
            offered("level-" + level, policy, holds("level-" + (level - 1)));
        }
        given(profiled(NORTHGATE, AMINA));
    }

    private void offered(String slug, RegradePolicy policy, Rule rule) {
        AchievementPublished plain = called(slug, version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, rule));
        given(publish(regraded(policy, plain)));
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Done.class);
    }

    /** The component's mark, given anew for the same attempt, and everything that it leads to at issuance and back. */
    private void marked(int points, int minute) {
        Instant graded = MORNING.plusSeconds(60L * minute);
        given(fact(result(COMPONENT, score(String.valueOf(points), "100"))
                .of(NORTHGATE, AMINA)
                .attempt(1)
                .at(graded)
                .gradedAt(graded)
                .build()));
        Issuing.play(evidence);
    }

    private void given(Inbound event) {
        evidence.handle(List.of(event));
        Issuing.play(evidence);
    }

    private List<String> standing() {
        return evidence.awards().stream()
                .filter(Award::stands)
                .map(Award::achievement)
                .sorted()
                .toList();
    }

    private Award award(String achievement) {
        return evidence.awards().stream()
                .filter(award -> award.achievement().equals(achievement))
                .findFirst()
                .orElseThrow();
    }
}
