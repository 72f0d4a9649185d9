package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.evaluate;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.issued;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.revoked;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.holds;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Award;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** What is earned by holding credentials: the path that issues one runs again. */
class StackFlowTest extends StackFlow {
    @Test
    void confersAStackOnceItsComponentsAreHeld() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));

        given(passed("maths"));
        Issuing.play(evidence);
        assertThat(awarded()).containsExactly("maths");
        given(passed("physics"));
        Issuing.play(evidence);

        assertThat(awarded()).containsExactly("maths", "physics", "science");
    }

    @Test
    void tellsWhichCredentialsAStackRestsOn() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));

        given(passed("maths"), passed("physics"));
        Issuing.play(evidence);

        Award science = award("science");
        assertThat(science.basis().components())
                .containsExactlyInAnyOrder(
                        new AwardComponent(Issuing.credential(award("maths").id()), "maths"),
                        new AwardComponent(Issuing.credential(award("physics").id()), "physics"));
        assertThat(award("maths").basis().components()).isEmpty();
    }

    @Test
    void confersStacksWithinStacks() {
        given(publish(MATHS), publish(PHYSICS), publish(ART), publish(SCIENCE), publish(DEGREE));
        given(profiled(NORTHGATE, AMINA), passed("maths"), passed("physics"), passed("art"));

        Issuing.play(evidence);

        assertThat(awarded()).containsExactly("art", "degree", "maths", "physics", "science");
    }

    @Test
    void reachesThoseWhoHeldTheComponentsBeforeTheStackWasPublished() {
        given(publish(MATHS), publish(PHYSICS), profiled(NORTHGATE, AMINA), passed("maths"), passed("physics"));
        Issuing.play(evidence);

        given(publish(SCIENCE), evaluate(SCIENCE, AMINA));

        assertThat(awarded()).contains("science");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameStandingWhateverIsToldFirst(long seed) {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));
        List<Inbound> told = Stream.of(
                        issued(NORTHGATE, AMINA, FIRST, "maths", MORNING),
                        issued(NORTHGATE, AMINA, SECOND, "physics", MORNING),
                        revoked(NORTHGATE, AMINA, SECOND, "physics", MORNING.plusSeconds(60)))
                .collect(Collectors.toCollection(ArrayList::new));

        told.addAll(List.copyOf(told));
        Collections.shuffle(told, new Random(seed));

        told.forEach(this::given);

        assertThat(explained("science"))
                .contains(
                        "The credential for “maths” is held and valid.",
                        "The credential for “physics” was revoked: it was issued in error.",
                        "Earn “physics”, or show a valid credential for it.");
    }

    @Test
    void countsWhatTheAccountsOfOnePersonHoldTogether() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));
        given(
                passed("maths"),
                fact(result("physics", score("80", "100"))
                        .of(NORTHGATE, ACCOUNT)
                        .build()));
        Issuing.play(evidence);
        assertThat(awarded()).containsExactly("maths");

        given(linked(NORTHGATE, ACCOUNT, AMINA));
        Issuing.play(evidence);

        assertThat(awarded()).containsExactly("maths", "physics", "science");
    }

    @Test
    void tellsHowFarTheCreditsReach() {
        given(publish(MATHS), publish(PHYSICS), publish(stack("science", credits("10", "maths", "physics"))));

        given(profiled(NORTHGATE, AMINA), passed("maths"));
        Issuing.play(evidence);

        assertThat(explained("science"))
                .contains(
                        "Credentials that are held count 5 ECTS credits so far; 10 are required.",
                        "“maths” is held: 5 credits.",
                        "No credential for “physics” is held.",
                        "Reach 5 more ECTS credits.");
    }

    @Test
    void confersWhatIsEarnedByCredits() {
        given(publish(MATHS), publish(PHYSICS), publish(stack("science", credits("10", "maths", "physics"))));

        given(profiled(NORTHGATE, AMINA), passed("maths"), passed("physics"));
        Issuing.play(evidence);

        assertThat(awarded()).contains("science");
    }

    @Test
    void looksAtNobodyElsesCredentials() {
        given(publish(MATHS), publish(PHYSICS), publish(SCIENCE), profiled(NORTHGATE, AMINA));
        given(profiled(SOUTHFIELD, AMINA), passed("maths"));
        Issuing.play(evidence);

        given(
                issued(SOUTHFIELD, AMINA, FIRST, "physics", MORNING),
                issued(NORTHGATE, ACCOUNT, SECOND, "physics", MORNING));

        assertThat(awarded()).containsExactly("maths");
    }

    @Test
    void keepsWhatNothingAsksForYet() {
        given(issued(NORTHGATE, AMINA, FIRST, "maths", MORNING));

        assertThat(evidence.facts()).hasSize(1);
        assertThat(evidence.emitted()).isEmpty();
    }

    @Test
    void refusesToPublishAStackBeforeItsComponents() {
        given(publish(MATHS), publish(SCIENCE));

        assertThat(evidence.answers())
                .last()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(Problem.Place::pointer)
                                .containsExactly("/criteria/1/rule/achievement"));
    }

    @Test
    void publishesAWholeStackInOneTurn() {
        evidence.handle(List.of(publish(MATHS), publish(PHYSICS), publish(SCIENCE)));

        assertThat(evidence.answers()).hasSize(3).allMatch(Answer.Done.class::isInstance);
    }

    @Test
    void seesACircleThatIsClosedWithinOneTurn() {
        AchievementPublished circle =
                called("maths", version(NORTHGATE, 2, ReleasePolicy.AT_ONCE, AwardRule.ALL, holds("science")));

        evidence.handle(List.of(publish(MATHS), publish(PHYSICS), publish(SCIENCE), publish(circle)));

        assertThat(evidence.answers()).last().isInstanceOf(Answer.Refused.class);
    }
}
