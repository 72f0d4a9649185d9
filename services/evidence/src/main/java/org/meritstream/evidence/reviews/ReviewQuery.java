package org.meritstream.evidence.reviews;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What of the queue is asked for. A {@code @BeanParam}. */
public class ReviewQuery {
    private static final Set<String> STATES = Set.of("OPEN", "DECIDED", "CLOSED");
    private static final int MOST = 200;

    @QueryParam("state")
    @DefaultValue("OPEN")
    String state = "OPEN";

    @QueryParam("mine")
    boolean mine;

    @QueryParam("achievement")
    @Nullable
    String achievement;

    @QueryParam("criterion")
    @Nullable
    String criterion;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    String limit = "50";

    public ReviewQuery() {
        // Fields are filled in from the request.
    }

    /**
     * As the search takes it.
     *
     * @throws ProblemException 400 when a parameter is none
     */
    ReviewSearch.Wanted wanted() {
        if (!STATES.contains(state)) {
            throw malformed("state", "is OPEN, DECIDED or CLOSED");
        }
        return new ReviewSearch.Wanted(state, mine, achievement, criterion, last(), most());
    }

    private @Nullable UUID last() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw malformed("after", "is a UUID");
        }
    }

    private int most() {
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw malformed("limit", "is between 1 and " + MOST);
        }
        return Integer.parseInt(limit);
    }

    private static ProblemException malformed(String parameter, String rule) {
        return new ProblemException(Problem.of(
                "malformed-parameter",
                "A parameter is not as it should be",
                400,
                "The parameter " + parameter + " " + rule + "."));
    }
}
