package org.meritstream.log.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Reads what became of commands. */
@ApplicationScoped
class CommandOutcomes {
    private static final Duration STEP = Duration.ofMillis(50);

    private final OutcomeStore store;

    CommandOutcomes(OutcomeStore store) {
        this.store = store;
    }

    /** The outcome as soon as it is there, or {@code pending} when it is not within the time. */
    Uni<CommandState> await(String tenant, UUID id, Duration time) {
        if (time.isZero()) {
            return Uni.createFrom().item(CommandState.pending(id));
        }
        Instant end = Instant.now().plus(time);
        return read(tenant, id).chain(state -> awaitUntil(tenant, id, end, state));
    }

    private Uni<CommandState> awaitUntil(String tenant, UUID id, Instant end, CommandState state) {
        if (!state.state().equals("pending") || Instant.now().isAfter(end)) {
            return Uni.createFrom().item(state);
        }
        return Uni.createFrom()
                .item(state)
                .onItem()
                .delayIt()
                .by(STEP)
                .chain(() -> read(tenant, id))
                .chain(next -> awaitUntil(tenant, id, end, next));
    }

    /** The state of a command; another tenant's looks like one that is not there. */
    Uni<CommandState> read(String tenant, UUID id) {
        return store.find(id)
                .map(outcome -> outcome == null || !outcome.tenant().equals(tenant)
                        ? CommandState.pending(id)
                        : CommandState.of(id, outcome));
    }
}
