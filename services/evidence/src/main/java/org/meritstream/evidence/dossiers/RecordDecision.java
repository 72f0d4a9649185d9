package org.meritstream.evidence.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.dossiers.Dossier.Outcome;
import org.meritstream.evidence.judgement.Evaluation;

/** What an evaluation changes in a dossier. */
public final class RecordDecision {
    private RecordDecision() {}

    /** What is to be recorded. */
    public sealed interface Entry {

        /** The evaluation says what the dossier says. */
        record Unchanged(Dossier dossier) implements Entry {}

        /** The words changed, no standing did: stored, not told. */
        record Reworded(Dossier dossier) implements Entry {}

        /** A standing, or what it rests on, changed: stored and told. */
        record Changed(Dossier dossier) implements Entry {}
    }

    /**
     * Compares an evaluation with the dossier.
     *
     * @param basis the dossier as it stands, or an empty one of the learner and achievement version
     * @param before the dossier as it stands, if there is one
     * @param now the time of the event that caused the evaluation
     */
    public static Entry decide(Dossier basis, @Nullable Dossier before, Evaluation evaluation, Instant now) {
        Dossier after = new Dossier(
                basis.id(),
                basis.learner(),
                basis.achievement(),
                basis.evaluation(),
                Outcome.of(evaluation),
                Reasons.of(evaluation.explanation()),
                basis.evaluatedAt());
        if (before != null && after.equals(before)) {
            return new Entry.Unchanged(before);
        }
        if (before != null
                && after.outcome() == before.outcome()
                && after.standings().equals(before.standings())) {
            return new Entry.Reworded(after);
        }
        return new Entry.Changed(new Dossier(
                after.id(),
                after.learner(),
                after.achievement(),
                after.evaluation() + 1,
                after.outcome(),
                after.reasons(),
                now));
    }
}
