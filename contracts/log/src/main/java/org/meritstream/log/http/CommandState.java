package org.meritstream.log.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command as its caller sees it.
 *
 * @param state {@code pending}, {@code done} or {@code refused}
 * @param link where the result is, when done
 * @param problem why not, when refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandState(
        UUID id,
        String state,
        @Nullable String link,
        @Nullable Problem problem) {

    static CommandState pending(UUID id) {
        return new CommandState(id, "pending", null, null);
    }

    static CommandState of(UUID id, Outcome outcome) {
        String state = switch (outcome.state()) {
            case DONE -> "done";
            case REFUSED -> "refused";
        };
        return new CommandState(id, state, outcome.link(), outcome.problem());
    }
}
