package org.meritstream.issuance.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.Suspension;

/** What a restored store takes back of suspensions. */
class SuspensionsTest {
    private static final AwardConferred AWARD = Fixtures.conferred();
    private static final Instant FIRST = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = FIRST.plusSeconds(60);
    private static final Instant SECOND = FIRST.plusSeconds(120);
    private static final Suspension SUSPENDED = new Suspension(1, FIRST, SuspensionReason.UNDER_REVIEW, null);
    private static final Suspension REINSTATED = new Suspension(1, null, null, END);

    @Test
    void takesBackThatItIsSuspended() {
        assertThat(latest(Suspension.NEVER, suspended(1, FIRST), null)).isEqualTo(SUSPENDED);
    }

    @Test
    void takesBackThatItWasReinstatedWhereTheCopyHasItSuspended() {
        assertThat(latest(SUSPENDED, null, reinstated(1))).isEqualTo(REINSTATED);
        assertThat(latest(SUSPENDED, suspended(1, FIRST), reinstated(1))).isEqualTo(REINSTATED);
    }

    @Test
    void takesBackOfSeveralTheLast() {
        Suspension again = new Suspension(2, SECOND, SuspensionReason.UNDER_REVIEW, null);

        assertThat(latest(Suspension.NEVER, suspended(2, SECOND), reinstated(1)))
                .isEqualTo(again);
        assertThat(latest(SUSPENDED, suspended(2, SECOND), reinstated(2)).number())
                .isEqualTo(2);
        assertThat(latest(SUSPENDED, suspended(2, SECOND), reinstated(2)).since())
                .isNull();
    }

    @Test
    void leavesWhatTheStoreKnowsAlready() {
        assertThat(latest(REINSTATED, suspended(1, FIRST), reinstated(1))).isSameAs(REINSTATED);
        assertThat(latest(REINSTATED, suspended(1, FIRST), null)).isSameAs(REINSTATED);
        assertThat(latest(SUSPENDED, suspended(1, FIRST), null)).isSameAs(SUSPENDED);
    }

    @Test
    void goesByTheDocumentWhereTheFactsAreNotKeptAnyMore() {
        assertThat(Suspensions.latest(Suspension.NEVER, said(document(FIRST), null, null)))
                .isEqualTo(new Suspension(1, FIRST, null, null));
        assertThat(Suspensions.latest(Suspension.NEVER, said(document(null), null, null)))
                .isSameAs(Suspension.NEVER);
    }

    private static Suspension latest(
            Suspension held, @Nullable CredentialSuspended suspended, @Nullable CredentialReinstated reinstated) {
        return Suspensions.latest(held, said(null, suspended, reinstated));
    }

    private static Recollection said(
            @Nullable CredentialDocument document,
            @Nullable CredentialSuspended suspended,
            @Nullable CredentialReinstated reinstated) {
        return new Recollection(SignedFixture.ID, "northgate", null, document, null, null, null, suspended, reinstated);
    }

    private static CredentialSuspended suspended(int number, Instant at) {
        UUID award = AWARD.award();
        return new CredentialSuspended(
                "northgate",
                SignedFixture.ID,
                award,
                AWARD.learner(),
                AWARD.achievement(),
                1,
                number,
                SuspensionReason.UNDER_REVIEW,
                at);
    }

    private static CredentialReinstated reinstated(int number) {
        return new CredentialReinstated(
                "northgate", SignedFixture.ID, AWARD.award(), AWARD.learner(), AWARD.achievement(), 1, number, END);
    }

    private static CredentialDocument document(@Nullable Instant suspended) {
        CredentialDocument plain = AdoptDecisionTest.document(AdoptDecisionTest.TEXT, CredentialState.ISSUED);
        return new CredentialDocument(
                plain.tenant(),
                plain.credential(),
                plain.learner(),
                plain.state(),
                plain.issuerName(),
                plain.achievementName(),
                plain.address(),
                plain.forms(),
                plain.updatedAt(),
                suspended);
    }
}
