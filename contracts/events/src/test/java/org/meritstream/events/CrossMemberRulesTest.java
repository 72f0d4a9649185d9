package org.meritstream.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What no schema can say, the record says. */
class CrossMemberRulesTest {
    private static final Rule RULE = new Rule.Completed("canvas-main", "course/565");
    private static final Criterion CRITERION = new Criterion("course", "Course", "Complete the course.", RULE, null);

    @Test
    void refusesTwoCriteriaOfOneId() {
        refuses(() -> published(List.of(CRITERION, CRITERION), AwardRule.ALL), "two criteria have the same id");
    }

    @Test
    void refusesToPublishWhatAsksForNothing() {
        refuses(() -> published(List.of(), AwardRule.ALL), "criteria is empty");
    }

    @Test
    void refusesAnAwardRuleThatCouldNeverBeMet() {
        AwardRule two = new AwardRule(AwardRule.Kind.AT_LEAST, 2);

        refuses(() -> published(List.of(CRITERION), two), "count is more than there are criteria");
    }

    @Test
    void refusesABulkOperationOnEverythingAndOneThatSelectsInTwoWays() {
        List<UUID> named = List.of(new UUID(1, 2));

        refuses(() -> new CredentialSelection(null, null, null, null, null, null), "select has no criterion");
        refuses(
                () -> new CredentialSelection(named, "data-literacy", null, null, null, null),
                "select names credentials beside other criteria");
        refuses(() -> new CredentialSelection(List.of(), null, null, null, null, null), "credentials are 1 to 5000");
        refuses(() -> new CredentialSelection(null, null, 1, null, null, null), "version is there without achievement");
    }

    @Test
    void refusesARevocationOfManyWithoutAReasonAndAReasonForAnythingElse() {
        CredentialSelection select = new CredentialSelection(null, "data-literacy", null, null, null, null);
        String rule = "reason is there for a revocation, and for nothing else";

        refuses(() -> new BeginBulk("northgate", BulkOperation.REVOKE, null, null, select), rule);
        refuses(() -> new BeginBulk("northgate", BulkOperation.RENEW, RevocationReason.MISCONDUCT, null, select), rule);
    }

    @Test
    void refusesASuspensionOfManyWithoutAReasonAndItsReasonForAnythingElse() {
        CredentialSelection select = new CredentialSelection(null, "data-literacy", null, null, null, null);
        String rule = "suspension is there for a suspension, and for nothing else";
        SuspensionReason reason = SuspensionReason.UNDER_REVIEW;

        refuses(() -> new BeginBulk("northgate", BulkOperation.SUSPEND, null, null, select), rule);
        refuses(() -> new BeginBulk("northgate", BulkOperation.REINSTATE, null, reason, select), rule);
    }

    @Test
    void letsADraftBeEmpty() {
        assertThat(achievement(List.of(), AwardRule.ALL).criteria()).isEmpty();
    }

    @Test
    void refusesARuleThatAsksForMoreThanItHolds() {
        refuses(() -> new Rule.AtLeast(2, List.of(RULE)), "count is not between 1 and the number of rules");
    }

    @Test
    void refusesARuleOfNothing() {
        refuses(() -> new Rule.All(List.of()), "of is empty: nothing would meet every rule");
    }

    @Test
    void refusesToConcludeAnImportInTwoWaysOrInNone() {
        UUID request = new UUID(1, 2);
        String rule = "refusal, found, lapse and lookAgainAt are not one alone";

        refuses(() -> new ConcludeImport("northgate", request, request, null, null, null, null), rule);
        refuses(
                () -> new ConcludeImport(
                        "northgate", request, request, ImportRefusal.EXPIRED, null, LapseReason.REVOKED, null),
                rule);
    }

    @Test
    void refusesALearnerLinkedToItself() {
        UUID learner = new UUID(1, 2);

        refuses(
                () -> new LearnerLinked("northgate", learner, learner, Instant.EPOCH),
                "a learner cannot be linked to itself");
    }

    @Test
    void refusesAMarkTooLongToReckonWith() {
        refuses(
                () -> new Score(new BigDecimal("1E+41"), null, null),
                "raw has more than 40 digits before or after its point");
    }

    @Test
    void refusesToWriteForATenantThatCannotBePartOfATopicName() {
        OfferCreated offer = new OfferCreated("North Gate", new UUID(1, 2), new UUID(3, 4), Instant.EPOCH);
        EventHeader header = new EventHeader("id", "/meritstream/test", "s", Instant.EPOCH, null);

        refuses(
                () -> EventFormat.write(new Event<>(header, offer)),
                "tenant is not 1 to 40 lower-case letters, digits and inner hyphens");
    }

    @Test
    void tellsTheReadersRefusalWithoutQuotingTheRecord() {
        byte[] json = Contracts.example(EventType.ACHIEVEMENT_PUBLISHED, "invalid-malformed-achievement");

        assertThatThrownBy(() -> EventFormat.data(EventType.ACHIEVEMENT_PUBLISHED, json))
                .hasMessageContaining("the data is not a achievement.published.v1: achievement is not")
                .hasMessageNotContaining("Data Literacy!");
    }

    private static void refuses(Runnable making, String reason) {
        assertThatThrownBy(making::run).isInstanceOf(MalformedEvent.class).hasMessage(reason);
    }

    private static AchievementPublished published(List<Criterion> criteria, AwardRule rule) {
        return new AchievementPublished("northgate", "data-literacy", 1, achievement(criteria, rule), Instant.EPOCH);
    }

    private static Achievement achievement(List<Criterion> criteria, AwardRule rule) {
        return new Achievement(
                "Data literacy",
                "Reads data.",
                "MicroCredential",
                "en",
                criteria,
                rule,
                List.of(),
                List.of(),
                null,
                ReleasePolicy.AT_ONCE,
                null,
                null,
                null,
                null,
                null);
    }
}
