package org.meritstream.evidence.notes;

import java.util.List;
import org.meritstream.log.http.Problem;

/** What can be wrong with any request: it is not as it should be, or names what is not there. */
public final class RequestProblems {
    private RequestProblems() {}

    /**
     * The body has another form.
     *
     * @param pointer JSON Pointer (RFC 6901) of the place
     */
    public static Problem malformed(String pointer, String detail) {
        return Problem.of("malformed-request", "The request is not as it should be", 400, "See the API description.")
                .at(List.of(new Problem.Place(pointer, detail)));
    }

    /** The roster does not know the learner. */
    public static Problem unknownLearner() {
        return Problem.of(
                "unknown-learner",
                "There is no such learner",
                404,
                "The roster of this tenant does not know the learner. Look at the number again.");
    }

    /** Nothing of that name is published. */
    public static Problem unknownAchievement() {
        return Problem.of(
                "unknown-achievement",
                "There is no such achievement",
                404,
                "No version of an achievement with that id is published.");
    }

    /** No version has it. */
    public static Problem unknownCriterion() {
        return Problem.of(
                "unknown-criterion",
                "There is no such criterion",
                422,
                "No published version of the achievement has a criterion with that id.");
    }

    /** The tenant has no such award. */
    public static Problem unknownAward() {
        return Problem.of("unknown-award", "There is no such award", 404, "No award of this tenant has that id.");
    }
}
