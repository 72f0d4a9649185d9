package org.meritstream.issuance.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.BulkOperation;
import org.meritstream.issuance.bulk.ContinueBulkDecision.Step;

class ContinueBulkDecisionTest {
    private static final Instant AT = Instant.parse("2026-05-05T10:00:00Z");
    private static final Bulk BULK =
            new Bulk(UUID.randomUUID(), "northgate", BulkOperation.RENEW, null, null, AT, 3, false);

    @Test
    void takesTheNextSlice() {
        Slice next = slice(BULK, UUID.randomUUID());

        assertThat(ContinueBulkDecision.decide(next, 4)).isEqualTo(new Step.Take(next));
    }

    @Test
    void passesByASliceThatWasDoneAndOneThatIsNotDueYet() {
        assertThat(ContinueBulkDecision.decide(slice(BULK, UUID.randomUUID()), 3))
                .isEqualTo(new Step.Nothing());
        assertThat(ContinueBulkDecision.decide(slice(BULK, UUID.randomUUID()), 5))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void doesNothingOnceAllIsDone() {
        assertThat(ContinueBulkDecision.decide(slice(BULK.wentOn(true), UUID.randomUUID()), 5))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void doesNothingForAnOperationThatIsNotThere() {
        assertThat(ContinueBulkDecision.decide(null, 1)).isEqualTo(new Step.Nothing());
    }

    @Test
    void endsASliceBeforeASecondCredentialOfAnAward() {
        UUID award = UUID.randomUUID();
        Slice.Item first = item(award);
        Slice.Item other = item(UUID.randomUUID());
        Slice whole = new Slice(BULK, List.of(first, other, item(award), item(UUID.randomUUID())), true, Slice.END);

        assertThat(whole.apart()).isEqualTo(new Slice(BULK, List.of(first, other), false, other.credential()));
    }

    @Test
    void keepsWhatIsNotThereTogether() {
        Slice whole = new Slice(BULK, List.of(item(null), item(null)), true, Slice.END);

        assertThat(whole.apart()).isEqualTo(whole);
    }

    private static Slice slice(Bulk bulk, UUID award) {
        return new Slice(bulk, List.of(item(award)), false, Slice.END);
    }

    private static Slice.Item item(@org.jspecify.annotations.Nullable UUID award) {
        return new Slice.Item(UUID.randomUUID(), award, award);
    }
}
