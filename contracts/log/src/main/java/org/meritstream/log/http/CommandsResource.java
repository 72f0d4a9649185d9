package org.meritstream.log.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.meritstream.log.LogConfig;

/** What became of a command: pending, done with a link, or refused with a problem document. */
@Path("/api/{service}/commands")
@Authenticated
public class CommandsResource {
    private static final Duration UNDER_WAY = Duration.ofDays(1);

    private final CommandOutcomes outcomes;
    private final LogConfig config;
    private final Caller caller;

    CommandsResource(CommandOutcomes outcomes, LogConfig config, Caller caller) {
        this.outcomes = outcomes;
        this.config = config;
        this.caller = caller;
    }

    static String address(String service, UUID id) {
        return "/api/" + service + "/commands/" + id;
    }

    /** A command that is not known is pending while its id is young: it may still be on its way. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<CommandState> command(@PathParam("service") String service, @PathParam("id") UUID id) {
        if (!service.equals(config.service())) {
            throw new ProblemException(unknown());
        }
        return outcomes.read(caller.tenant(), id).invoke(state -> {
            if (state.state().equals("pending") && !CommandIds.recent(id, Instant.now(), UNDER_WAY)) {
                throw new ProblemException(unknown());
            }
        });
    }

    private static Problem unknown() {
        return Problem.of(
                "unknown-command", "There is no such command", 404, "Its outcome is kept for the tenant that gave it.");
    }
}
