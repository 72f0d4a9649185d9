package org.meritstream.evidence.restraints;

import org.meritstream.log.http.Problem;

/** What can be wrong with a request about a hold or a pause. */
final class RestraintProblems {
    private RestraintProblems() {}

    static Problem unknown() {
        return Problem.of(
                "unknown-restraint", "There is no such hold or pause", 404, "This tenant has none of that id.");
    }

    static Problem unknownLearner() {
        return Problem.of(
                "unknown-learner",
                "There is no such learner",
                404,
                "The roster of this tenant does not know the learner. Look at the number again.");
    }

    static Problem unknownAchievement() {
        return Problem.of(
                "unknown-achievement",
                "There is no such achievement",
                404,
                "No version of an achievement with that id is published.");
    }
}
