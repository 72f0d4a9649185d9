package org.meritstream.events;

import java.util.List;

/**
 * How a criterion stands and what that rests on.
 *
 * @param facts ids of the events it rests on
 */
public record CriterionStanding(String criterion, Standing standing, List<String> facts) {

    /** The standing of a criterion. */
    public enum Standing {
        MET,
        NOT_MET,
        /** The facts do not allow a judgement: a maximum is missing, a result is not final. */
        UNDETERMINED
    }
}
