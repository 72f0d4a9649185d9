package org.meritstream.evidence.moves;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.moves.BeginMoveDecision.Beginning;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.ProblemException;

/** Moves learners under way to a later version, and tells how far that is. */
@Path("/api/achievements/{id}/moves")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"designer", "registrar", "auditor", "admin"})
public class MovesResource {
    private final MoveSearch search;
    private final CommandEdge commands;
    private final Caller caller;

    MovesResource(MoveSearch search, CommandEdge commands, Caller caller) {
        this.search = search;
        this.commands = commands;
        this.caller = caller;
    }

    /** The newest. */
    public record Listing(List<MoveView> moves) {}

    @GET
    public Uni<Listing> newest(@PathParam("id") String achievement) {
        return search.newest(caller.tenant(), slug(achievement)).map(Listing::new);
    }

    @GET
    @Path("{move}")
    public Uni<MoveView> one(@PathParam("id") String achievement, @PathParam("move") UUID id) {
        return search.find(caller.tenant(), slug(achievement), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(MoveProblems.unknown()));
    }

    /** Asks to move them. What can be seen to be wrong already is refused at once, by the decision that the command will meet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"designer", "registrar"})
    public Uni<Response> begin(
            @PathParam("id") String achievement, @HeaderParam("Prefer") @Nullable String prefer, byte[] body)
            throws JsonProcessingException {
        MoveLearners asked = MoveRequest.command(caller.tenant(), achievement, body);
        Instant now = Instant.now();
        UUID id = CommandIds.next(now);
        return search.shown(asked)
                .invoke(shown -> {
                    Beginning beginning = BeginMoveDecision.decide(asked, shown, id, now);
                    if (!(beginning instanceof Beginning.Begin)) {
                        throw new ProblemException(MoveProblems.of(beginning));
                    }
                })
                .chain(shown -> commands.request(id, asked, prefer));
    }

    private String slug(String achievement) {
        return MoveRequest.slug(caller.tenant(), achievement);
    }
}
