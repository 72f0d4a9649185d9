package org.meritstream.evidence.rulings;

import org.meritstream.log.http.Problem;

/** What can be wrong with a ruling. */
final class RulingProblems {
    private RulingProblems() {}

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

    static Problem unknownCriterion() {
        return Problem.of(
                "unknown-criterion",
                "There is no such criterion",
                422,
                "No published version of the achievement has a criterion with that id.");
    }

    static Problem unknownMisconduct() {
        return Problem.of(
                "unknown-misconduct",
                "There is no such finding",
                404,
                "No misconduct with that id was found of this learner in this achievement.");
    }
}
