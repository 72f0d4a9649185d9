package org.meritstream.evidence.judgement;

/** What a learner's facts prove of an achievement version. */
public sealed interface Evaluation {

    /** Why, for the learner and the auditor; the standings and marks follow from it. */
    Explanation explanation();

    /** Enough criteria are met. */
    record Earned(Explanation explanation) implements Evaluation {}

    /** Not enough criteria are met, whatever becomes of those that can not be judged. */
    record NotYet(Explanation explanation) implements Evaluation {}

    /** It hangs on criteria whose facts do not allow a judgement. */
    record CannotBeJudged(Explanation explanation) implements Evaluation {}
}
