package org.meritstream.log.http;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param link where the result is, when done
 * @param problem why not, when refused
 */
public record Outcome(
        String tenant,
        State state,
        @Nullable String link,
        @Nullable Problem problem) {

    /** The end of a command. */
    public enum State {
        DONE,
        REFUSED
    }
}
