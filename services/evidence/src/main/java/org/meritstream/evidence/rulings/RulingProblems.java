package org.meritstream.evidence.rulings;

import org.meritstream.log.http.Problem;

/** What can be wrong with a ruling. */
final class RulingProblems {
    private RulingProblems() {}

    static Problem unknownMisconduct() {
        return Problem.of(
                "unknown-misconduct",
                "There is no such finding",
                404,
                "No misconduct with that id was found of this learner in this achievement.");
    }
}
