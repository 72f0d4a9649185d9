package org.meritstream.issuance.bulk;

import java.util.List;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What can be wrong with a request about bulk operations. */
final class BulkProblems {
    private BulkProblems() {}

    static ProblemException unknown() {
        return new ProblemException(Problem.of(
                "unknown-bulk", "There is no such operation", 404, "No operation of this tenant has that id."));
    }

    /** It can not be read, at this place. */
    static ProblemException malformed(String place, String detail) {
        return new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                .at(List.of(new Problem.Place(place, detail))));
    }
}
