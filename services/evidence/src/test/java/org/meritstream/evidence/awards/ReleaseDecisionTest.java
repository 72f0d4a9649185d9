package org.meritstream.evidence.awards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.ReleaseDecision.Next;

class ReleaseDecisionTest {
    private static final Instant DATE = Instant.parse("2026-06-30T10:00:00Z");
    private static final Stand.Earned EARNED = new Stand.Earned(null);
    private static final Stand.Earned APPROVED = new Stand.Earned(DATE.minusSeconds(60));

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

    private static Next decide(ReleasePolicy policy, @Nullable Instant at, Stand.Earned stand, Instant now) {
        return ReleaseDecision.decide(new Release(policy, at), stand, now);
    }
}
