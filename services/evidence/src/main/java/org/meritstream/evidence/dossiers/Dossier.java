package org.meritstream.evidence.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.CriterionStanding;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * One learner and one achievement version.
 *
 * @param learner the person
 * @param evaluation counts the evaluations that changed a standing, from 1
 * @param reasons of the last evaluation; the standings follow from them
 * @param evaluatedAt the time of the event that caused the last change
 */
public record Dossier(
        UUID id,
        LearnerKey learner,
        AchievementKey achievement,
        long evaluation,
        Outcome outcome,
        Reasons reasons,
        Instant evaluatedAt) {

    /** What the last evaluation came to. */
    public enum Outcome {
        EARNED,
        NOT_YET,
        CANNOT_BE_JUDGED;

        /** What an evaluation came to. */
        public static Outcome of(Evaluation evaluation) {
            return switch (evaluation) {
                case Evaluation.Earned earned -> EARNED;
                case Evaluation.NotYet notYet -> NOT_YET;
                case Evaluation.CannotBeJudged cannot -> CANNOT_BE_JUDGED;
            };
        }
    }

    /** Whether the criteria are met. */
    public boolean earned() {
        return outcome == Outcome.EARNED;
    }

    /** Why, in full. */
    public Explanation explanation() {
        return reasons.explanation();
    }

    /** The standing of each criterion. */
    public List<CriterionStanding> standings() {
        return reasons.standings();
    }
}
