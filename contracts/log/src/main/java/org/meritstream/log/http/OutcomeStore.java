package org.meritstream.log.http;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a service keeps what became of commands. */
public interface OutcomeStore {

    /** The outcome, or null while there is none. */
    Uni<@Nullable Outcome> find(UUID command);
}
