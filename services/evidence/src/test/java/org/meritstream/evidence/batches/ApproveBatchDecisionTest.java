package org.meritstream.evidence.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.batches.ApproveBatchDecision.Approval;

class ApproveBatchDecisionTest {
    private static final Batch DRAFT = new Batch(new UUID(1, 2), "northgate", null);

    @Test
    void approvesADraft() {
        assertThat(ApproveBatchDecision.decide(DRAFT, MORNING))
                .isEqualTo(new Approval.Begin(new Batch(DRAFT.id(), "northgate", MORNING)));
    }

    @Test
    void approvesNothingTwice() {
        Batch approved = DRAFT.approved(MORNING);

        assertThat(ApproveBatchDecision.decide(approved, MORNING.plusSeconds(60)))
                .isEqualTo(new Approval.Already(approved));
    }

    @Test
    void approvesNothingUnknown() {
        assertThat(ApproveBatchDecision.decide(null, MORNING)).isEqualTo(new Approval.Unknown());
    }
}
