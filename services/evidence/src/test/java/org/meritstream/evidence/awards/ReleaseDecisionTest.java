package org.meritstream.evidence.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.ReleaseDecision.Next;
import org.meritstream.evidence.learners.LearnerKey;

class ReleaseDecisionTest {
    private static final Instant DATE = Instant.parse("2026-06-30T10:00:00Z");
    private static final Stand.Earned EARNED = new Stand.Earned(null);
    private static final Stand.Earned APPROVED = new Stand.Earned(DATE.minusSeconds(60));
    private static final Stand.Withheld WITHHELD = new Stand.Withheld(DATE, WithholdingReason.HOLD);

    @Test
    void confersAtOnce() {
        assertThat(decide(ReleasePolicy.AT_ONCE, null, EARNED, Instant.EPOCH)).isEqualTo(new Next.Confer());
    }

    @Test
    void waitsForTheDate() {
        assertThat(decide(ReleasePolicy.ON_DATE, DATE, EARNED, DATE.minusNanos(1)))
                .isEqualTo(new Next.AwaitDate(DATE));
    }

    @Test
    void confersAtTheDate() {
        assertThat(decide(ReleasePolicy.ON_DATE, DATE, EARNED, DATE)).isEqualTo(new Next.Confer());
    }

    @Test
    void confersAtOnceWhatIsEarnedAfterTheDate() {
        assertThat(decide(ReleasePolicy.ON_DATE, DATE, EARNED, DATE.plusSeconds(60)))
                .isEqualTo(new Next.Confer());
    }

    @Test
    void waitsForApprovalThoughTheDateIsOver() {
        assertThat(decide(ReleasePolicy.AFTER_APPROVAL, DATE, EARNED, DATE.plusSeconds(60)))
                .isEqualTo(new Next.AwaitApproval());
    }

    @Test
    void confersOnceApproved() {
        assertThat(decide(ReleasePolicy.AFTER_APPROVAL, null, APPROVED, DATE)).isEqualTo(new Next.Confer());
    }

    @Test
    void waitsForTheDateThoughItIsApproved() {
        assertThat(decide(ReleasePolicy.AFTER_APPROVAL, DATE, APPROVED, DATE.minusSeconds(1)))
                .isEqualTo(new Next.AwaitDate(DATE));
    }

    @ParameterizedTest
    @EnumSource
    void withholdsWhatWouldBeConferred(WithholdingReason reason) {
        assertThat(ReleaseDecision.decide(award(new Release(ReleasePolicy.AT_ONCE, null), EARNED), reason, DATE))
                .isEqualTo(new Next.Withhold(reason));
    }

    @Test
    void withholdsNothingThatWaitsAnyway() {
        Release approval = new Release(ReleasePolicy.AFTER_APPROVAL, null);
        Release date = new Release(ReleasePolicy.ON_DATE, DATE);

        assertThat(ReleaseDecision.decide(award(approval, EARNED), WithholdingReason.HOLD, DATE))
                .isEqualTo(new Next.AwaitApproval());
        assertThat(ReleaseDecision.decide(award(date, EARNED), WithholdingReason.HOLD, Instant.EPOCH))
                .isEqualTo(new Next.AwaitDate(DATE));
    }

    @Test
    void confersWhatWasWithheldOnceNothingKeepsItBack() {
        assertThat(decide(ReleasePolicy.AFTER_APPROVAL, null, WITHHELD, DATE)).isEqualTo(new Next.Confer());
    }

    @Test
    void leavesWhatIsWithheldWhileSomethingElseKeepsItBack() {
        Award withheld = award(new Release(ReleasePolicy.AT_ONCE, null), WITHHELD);

        assertThat(ReleaseDecision.decide(withheld, WithholdingReason.PAUSE, DATE))
                .isEqualTo(new Next.Stay());
    }

    @Test
    void leavesWhatIsHeldOrWithdrawn() {
        assertThat(decide(ReleasePolicy.AT_ONCE, null, new Stand.Conferred(DATE, null), DATE))
                .isEqualTo(new Next.Stay());
        assertThat(decide(
                        ReleasePolicy.AT_ONCE,
                        null,
                        new Stand.Withdrawn(null, DATE, AwardWithdrawalReason.NO_LONGER_EARNED),
                        DATE))
                .isEqualTo(new Next.Stay());
    }

    private static Next decide(ReleasePolicy policy, @Nullable Instant at, Stand stand, Instant now) {
        return ReleaseDecision.decide(award(new Release(policy, at), stand), null, now);
    }

    private static Award award(Release release, Stand stand) {
        return new Award(
                AMINA,
                new LearnerKey("northgate", AMINA),
                "data-literacy",
                1,
                1,
                release,
                new Basis(List.of("fact-1"), List.of(), List.of(), List.of()),
                "fact-1",
                MORNING,
                stand,
                Award.Regard.NONE);
    }
}
