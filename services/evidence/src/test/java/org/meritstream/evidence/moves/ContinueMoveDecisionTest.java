package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.moves.ContinueMoveDecision.Step;

class ContinueMoveDecisionTest {
    private static final Move MOVE = new Move(
            new UUID(7, 7),
            new AchievementKey("northgate", "data-literacy", 1),
            2,
            Instant.parse("2026-03-02T12:00:00Z"));
    private static final Part FRESH = Part.of(MOVE).getFirst();
    private static final List<UUID> SOME = List.of(new UUID(1, 1));

    @Test
    void takesTheNextSlice() {
        Slice next = new Slice(FRESH, SOME, true);

        assertThat(ContinueMoveDecision.decide(next, 1, false)).isEqualTo(new Step.Take(next));
    }

    @Test
    void doesNothingForASliceThatWasTakenOrIsNotThereYet() {
        assertThat(ContinueMoveDecision.decide(new Slice(FRESH, SOME, true), 2, false))
                .isEqualTo(new Step.Nothing());
        assertThat(ContinueMoveDecision.decide(new Slice(FRESH, SOME, true), 0, false))
                .isEqualTo(new Step.Nothing());
    }

    @Test
    void doesNothingForAPartThatIsDoneOrNotThere() {
        Part done = FRESH.took(new Slice(FRESH, List.of(), true), Counts.NONE);

        assertThat(ContinueMoveDecision.decide(new Slice(done, List.of(), true), 2, false))
                .isEqualTo(new Step.Nothing());
        assertThat(ContinueMoveDecision.decide(null, 1, false)).isEqualTo(new Step.Nothing());
    }

    @Test
    void stopsWhereTheLaterVersionWasRetiredMeanwhile() {
        Step step = ContinueMoveDecision.decide(new Slice(FRESH, SOME, true), 1, true);

        assertThat(step).isEqualTo(new Step.Stop(FRESH.stopped()));
        assertThat(FRESH.stopped().state()).isEqualTo(Part.State.STOPPED);
    }
}
