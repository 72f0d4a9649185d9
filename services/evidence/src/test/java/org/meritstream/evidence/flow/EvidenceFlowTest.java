package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.approve;
import static org.meritstream.evidence.flow.Happenings.evaluate;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;

class EvidenceFlowTest {
    private static final UUID ACCOUNT = UUID.fromString("22222222-2222-8222-8222-222222222222");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AchievementPublished AT_ONCE = literacy(NORTHGATE, 1, ReleasePolicy.AT_ONCE, "0.6");
    private static final AchievementPublished APPROVED = literacy(NORTHGATE, 1, ReleasePolicy.AFTER_APPROVAL, "0.6");

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void confersAtOnceWhatAKnownLearnerEarns() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA));

        given(fact(passing(NORTHGATE, AMINA)));

        assertThat(types())
                .containsExactly(
                        "achievement.published.v1", "criteria.evaluated.v1", "award.earned.v1", "award.conferred.v1");
    }

    @Test
    void awardsNothingToSomebodyTheRosterDoesNotKnow() {
        given(publish(AT_ONCE));

        given(fact(passing(NORTHGATE, ACCOUNT)));

        assertThat(evidence.dossiers())
                .singleElement()
                .satisfies(d -> assertThat(d.earned()).isTrue());
        assertThat(evidence.awards()).isEmpty();
    }

    @Test
    void awardsWhatWasEarnedBeforeTheProfileCame() {
        given(publish(AT_ONCE), fact(passing(NORTHGATE, AMINA)));

        given(profiled(NORTHGATE, AMINA));

        assertThat(types()).endsWith("award.earned.v1", "award.conferred.v1");
    }

    @Test
    void awardsOnceThoughTheProfileIsSentAgain() {
        given(publish(AT_ONCE), fact(passing(NORTHGATE, AMINA)), profiled(NORTHGATE, AMINA));

        given(profiled(NORTHGATE, AMINA, "de"));

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void waitsForApprovalWhereThePolicySaysSo() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA));

        given(fact(passing(NORTHGATE, AMINA)));

        assertThat(types()).endsWith("award.earned.v1");
    }

    @Test
    void confersWhenARegistrarApproves() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(approve(NORTHGATE, award().id(), AMINA));

        assertThat(types()).endsWith("award.conferred.v1");
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Done.class);
    }

    @Test
    void refusesAnotherTenantsApproval() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(approve(SOUTHFIELD, award().id(), AMINA));

        assertThat(award().stand()).isInstanceOf(Stand.Earned.class);
        assertThat(evidence.answers())
                .last()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(404));
    }

    @Test
    void withdrawsAnEarnedAwardThatLostItsFacts() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(cleared());

        assertThat(types()).endsWith("criteria.evaluated.v1", "award.withdrawn.v1");
    }

    @Test
    void refusesToApproveAWithdrawnAward() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)), cleared());

        given(approve(NORTHGATE, award().id(), AMINA));

        assertThat(evidence.answers())
                .last()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
    }

    @Test
    void keepsAConferredAwardThatLostItsFactsAndSaysSo() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(cleared());

        assertThat(types()).endsWith("award.conferred.v1", "criteria.evaluated.v1");
        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
    }

    @Test
    void givesTheNextNumberWhenAWithdrawnAwardIsEarnedAgain() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)), cleared());

        given(fact(result(ESSAY, score("90", "100")).at(NOON.plusSeconds(60)).build()));

        assertThat(evidence.awards()).extracting(Award::number).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void givesNoSecondAwardForAnotherVersion() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));
        AchievementPublished second = literacy(NORTHGATE, 2, ReleasePolicy.AT_ONCE, "0.5");

        given(publish(second), evaluate(second, AMINA));
        given(evaluate(second, AMINA));

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void reachesThoseWhoseFactsCameFirst() {
        given(profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));
        given(publish(AT_ONCE));

        given(evaluate(AT_ONCE, AMINA));

        assertThat(types()).endsWith("award.earned.v1", "award.conferred.v1");
    }

    @Test
    void refusesAVersionThatIsNotNext() {
        given(publish(literacy(NORTHGATE, 2, ReleasePolicy.AT_ONCE, "0.6")));

        assertThat(types()).isEmpty();
        assertThat(evidence.answers())
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().detail()).contains("next version is 1"));
    }

    @Test
    void keepsTheSameLearnerIdOfTwoTenantsApart() {
        given(publish(AT_ONCE), publish(literacy(SOUTHFIELD, 1, ReleasePolicy.AT_ONCE, "0.6")));
        given(profiled(NORTHGATE, AMINA), profiled(SOUTHFIELD, AMINA));

        given(fact(passing(SOUTHFIELD, AMINA)));

        assertThat(evidence.awards())
                .singleElement()
                .satisfies(award -> assertThat(award.learner().tenant()).isEqualTo(SOUTHFIELD));
    }

    @Test
    void carriesTheMarkThatEarnedTheAward() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA));

        given(fact(passing(NORTHGATE, AMINA)));

        assertThat(award().basis().results())
                .singleElement()
                .satisfies(r -> assertThat(r.score()).isEqualTo(score("80", "100")));
    }

    @Test
    void followsABetterMarkWhileItWaitsForApproval() {
        given(publish(APPROVED), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(fact(result(ESSAY, score("95", "100")).attempt(2).at(NOON).build()));

        assertThat(award().basis().results())
                .singleElement()
                .satisfies(r -> assertThat(r.score()).isEqualTo(score("95", "100")));
    }

    @Test
    void storesAFactThatNothingAsksFor() {
        given(fact(result(QUIZ, score("1", "1")).build()));

        assertThat(evidence.facts()).hasSize(1);
        assertThat(evidence.emitted()).isEmpty();
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private Award award() {
        return evidence.awards().iterator().next();
    }

    private List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }

    private static Inbound cleared() {
        return inbound(Fixtures.withdrawn(ESSAY, WithdrawalReason.CLEARED, NOON, Attempt.UNKNOWN), NOON);
    }

    private static AssessmentCompleted passing(String tenant, UUID learner) {
        return result(ESSAY, score("80", "100")).of(tenant, learner).build();
    }

    private static AchievementPublished literacy(String tenant, int number, ReleasePolicy release, String threshold) {
        return version(tenant, number, release, AwardRule.ALL, share(ESSAY, threshold, CountingAttempt.BEST));
    }
}
