package org.meritstream.evidence.appeals;

import java.time.Instant;
import org.meritstream.log.http.Problem;

/** What can be wrong with an appeal. */
final class AppealProblems {
    private AppealProblems() {}

    static Problem unknown() {
        return Problem.of("unknown-appeal", "There is no such appeal", 404, "No appeal of this tenant has that id.");
    }

    static Problem nothingDecided() {
        return Problem.of(
                "nothing-decided",
                "There is nothing to appeal yet",
                409,
                "Reviewers have not decided on this criterion. Once they have, it may be appealed.");
    }

    static Problem noSuchFinding() {
        return Problem.of(
                "no-such-finding",
                "There is no such finding",
                404,
                "No misconduct with that id stands against this learner in this achievement.");
    }

    static Problem tooLate(Instant until) {
        return Problem.of(
                "appeal-too-late",
                "The time for an appeal is over",
                409,
                "The policy of the achievement took appeals against this decision until " + until + ".");
    }

    static Problem isFinal() {
        return Problem.of(
                "appeal-final",
                "It was decided on appeal",
                409,
                "A decision on appeal is final here. A further try, where one is left, is judged anew.");
    }
}
