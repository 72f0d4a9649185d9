package org.meritstream.evidence.regrades;

import org.meritstream.log.http.Problem;

/** What can be wrong with a decision about an award. */
final class RegradeProblems {
    private RegradeProblems() {}

    static Problem notFlagged() {
        return Problem.of(
                "not-flagged",
                "Nothing is left to decide",
                409,
                "The award is not flagged: its criteria are met again, or somebody has decided.");
    }

    static Problem stands() {
        return Problem.of(
                "award-stands",
                "An award stands",
                409,
                "This award or a later one of the achievement stands; there is nothing to restore.");
    }

    static Problem neverHeld() {
        return Problem.of(
                "never-conferred",
                "The award was never conferred to this person",
                409,
                "Only what was held can be restored. It is awarded when it is earned.");
    }
}
