package org.meritstream.log.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Command;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventHeader;
import org.meritstream.log.Emission;
import org.meritstream.log.LogConfig;

/** Takes a requested action at an HTTP edge: appended to the service's own commands topic, answered 202 with where its outcome will be. */
@ApplicationScoped
public class CommandEdge {
    private final Appender appender;
    private final LogConfig config;
    private final CommandOutcomes outcomes;

    public CommandEdge(Appender appender, LogConfig config, CommandOutcomes outcomes) {
        this.appender = appender;
        this.config = config;
        this.outcomes = outcomes;
    }

    /**
     * Appends a command.
     *
     * @param prefer the request's {@code Prefer} header (RFC 7240): {@code wait=<seconds>} holds the answer until the outcome is there
     */
    public Uni<Response> request(Command command, @Nullable String prefer) {
        return request(CommandIds.next(Instant.now()), command, prefer);
    }

    /**
     * Appends under an id that the edge has used already, for what it keeps beside the command or says in it.
     *
     * @param id by {@link CommandIds#next}
     * @param asked a command, or a fact that another service decides about: its outcome is kept here all the same
     * @param prefer as above
     */
    public Uni<Response> request(UUID id, EventData asked, @Nullable String prefer) {
        EventHeader header = new EventHeader(
                id.toString(), Emission.source(config.service()), Emission.subject(asked), Instant.now(), null);
        return appender.append(new Event<>(header, asked))
                .chain(() -> outcomes.await(asked.tenant(), id, Preference.waitOf(prefer)))
                .map(state -> Response.accepted(state)
                        .location(URI.create(CommandsResource.address(config.service(), id)))
                        .build());
    }
}
