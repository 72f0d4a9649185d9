package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.approve;
import static org.meritstream.evidence.flow.Happenings.evaluate;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.retire;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SLUG;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.log.Inbound;

/** What a retirement and a publication that looks ahead mean for learners, in whatever order things arrive. */
class CatalogueFlowTest {
    private static final Instant BEFORE = MORNING.minusSeconds(3600);
    private static final Instant AFTER = MORNING.plusSeconds(3600);
    private static final Instant MUCH_LATER = MORNING.plusSeconds(7200);
    private static final AchievementPublished LITERACY = literacy(NORTHGATE, 1, ReleasePolicy.AT_ONCE);

    private final MemoryStore evidence = new MemoryStore();

    static Stream<List<Integer>> orders() {
        return Stream.of(
                List.of(0, 1, 2, 3),
                List.of(0, 1, 3, 2),
                List.of(1, 2, 3, 0),
                List.of(3, 1, 2, 0),
                List.of(1, 2, 0, 3));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void awardsWhatWasEarnedBeforeTheRetirementWheneverItIsHeardOf(List<Integer> order) {
        inOrder(order, profiled(NORTHGATE, AMINA), publish(LITERACY), retire(LITERACY, AFTER), passing(MORNING));

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void awardsNothingThatBecameTrueAfterTheRetirement() {
        given(profiled(NORTHGATE, AMINA), publish(LITERACY), retire(LITERACY, AFTER), passing(MUCH_LATER));

        assertThat(evidence.awards()).isEmpty();
    }

    @Test
    void awardsWorkThatWasHandedInInTimeHoweverLateItIsReviewed() {
        AchievementPublished looked = looked();
        given(profiled(NORTHGATE, AMINA), publish(looked));
        filed(work(MORNING), MORNING);
        given(retire(looked, AFTER));

        filed(review(MORNING), MUCH_LATER);

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void awardsNoWorkThatWasHandedInAfterTheRetirement() {
        AchievementPublished looked = looked();
        given(profiled(NORTHGATE, AMINA), publish(looked), retire(looked, AFTER));

        filed(work(AFTER.plusSeconds(1)), MUCH_LATER);
        filed(review(AFTER.plusSeconds(1)), MUCH_LATER);

        assertThat(evidence.awards()).isEmpty();
    }

    @Test
    void retiresForOneInstitutionOnly() {
        AchievementPublished southern = literacy(SOUTHFIELD, 1, ReleasePolicy.AT_ONCE);
        given(publish(LITERACY), publish(southern), retire(southern, AFTER), profiled(NORTHGATE, AMINA));

        given(passing(MUCH_LATER));

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void keepsWhatWasAwardedAndConfersWhatWaitsForApproval() {
        AchievementPublished approved = literacy(NORTHGATE, 1, ReleasePolicy.AFTER_APPROVAL);
        given(profiled(NORTHGATE, AMINA), publish(approved), passing(MORNING), retire(approved, AFTER));

        given(approve(NORTHGATE, evidence.awards().iterator().next().id(), AMINA));

        assertThat(evidence.awards())
                .singleElement()
                .satisfies(award -> assertThat(award.stand()).isInstanceOf(Stand.Conferred.class));
    }

    @Test
    void tellsARetirementOnceForEachVersion() {
        AchievementPublished second = literacy(NORTHGATE, 2, ReleasePolicy.AT_ONCE);
        given(publish(LITERACY), publish(second), retire(second, AFTER), retire(second, MUCH_LATER));

        assertThat(types())
                .containsExactly(
                        "achievement.published.v1",
                        "achievement.published.v1",
                        "achievement.retired.v1",
                        "achievement.retired.v1");
        assertThat(evidence.answers()).allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Done.class));
    }

    @Test
    void offersAgainWhatIsPublishedAfterARetirement() {
        given(profiled(NORTHGATE, AMINA), publish(LITERACY), retire(LITERACY, AFTER));

        given(publish(literacy(NORTHGATE, 2, ReleasePolicy.AT_ONCE)), passing(MUCH_LATER));

        assertThat(evidence.awards())
                .singleElement()
                .satisfies(award -> assertThat(award.version()).isEqualTo(2));
    }

    @Test
    void leavesAloneWhoseFactsCameFirstWhereItLooksAhead() {
        given(profiled(NORTHGATE, AMINA), passing(BEFORE), publish(ahead()));

        given(evaluate(ahead(), AMINA));

        assertThat(evidence.dossiers()).isEmpty();
    }

    @Test
    void doesNotMindWhenAFactFromBeforeThePublicationArrives() {
        given(profiled(NORTHGATE, AMINA), publish(ahead()), passing(BEFORE));

        assertThat(evidence.dossiers()).isEmpty();
    }

    @Test
    void countsEverythingOfThoseOfWhomSomethingIsNew() {
        given(profiled(NORTHGATE, AMINA), passing(BEFORE), publish(ahead()));

        given(fact(result(ESSAY, score("10", "100")).attempt(2).at(AFTER).build()));

        assertThat(evidence.awards()).hasSize(1);
    }

    /** A report that one reviewer finds good enough. */
    private static AchievementPublished looked() {
        Rule report = new Rule.All(
                List.of(new Rule.Artifact("report", List.of()), new Rule.Review(null, 1, 0, CountingAttempt.LATEST)));
        return version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, report);
    }

    private static Fact.Artifact work(Instant handedIn) {
        return new Fact.Artifact("work", "report", 1, "sha-256:" + "0".repeat(64), "application/pdf", handedIn);
    }

    private static Fact.Review review(Instant handedIn) {
        return new Fact.Review("review", "c1", 1, "reviewer", false, true, null, handedIn, MUCH_LATER, null);
    }

    private void filed(Fact.OfAchievement fact, Instant time) {
        FactFiled said = new FactFiled(NORTHGATE, AMINA, SLUG, fact);
        evidence.rebuild(said, inbound(said, time));
    }

    private void inOrder(List<Integer> order, Inbound... events) {
        List<Inbound> all = new ArrayList<>();
        order.forEach(place -> all.add(events[place]));
        given(all.toArray(Inbound[]::new));
        given(evaluate(LITERACY, AMINA));
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }

    private static Inbound passing(Instant at) {
        return fact(result(ESSAY, score("80", "100")).at(at).build());
    }

    private static AchievementPublished ahead() {
        return new AchievementPublished(
                NORTHGATE, "data-literacy", 1, LITERACY.definition(), LITERACY.publishedAt(), false);
    }

    private static AchievementPublished literacy(String tenant, int number, ReleasePolicy release) {
        return version(tenant, number, release, AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST));
    }
}
