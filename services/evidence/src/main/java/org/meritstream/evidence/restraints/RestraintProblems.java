package org.meritstream.evidence.restraints;

import org.meritstream.log.http.Problem;

/** What can be wrong with a request about a hold or a pause. */
final class RestraintProblems {
    private RestraintProblems() {}

    static Problem unknown() {
        return Problem.of(
                "unknown-restraint", "There is no such hold or pause", 404, "This tenant has none of that id.");
    }
}
