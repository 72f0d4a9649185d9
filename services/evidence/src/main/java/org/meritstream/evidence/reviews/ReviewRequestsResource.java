package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RequestReview;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;

/** What staff ask of the desk: to look at something that is shown and not handed in, and how long it takes. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewRequestsResource {
    private final CommandEdge commands;
    private final TurnAround turnAround;
    private final LearnerIds learners;
    private final Caller caller;

    ReviewRequestsResource(CommandEdge commands, TurnAround turnAround, LearnerIds learners, Caller caller) {
        this.commands = commands;
        this.turnAround = turnAround;
        this.learners = learners;
        this.caller = caller;
    }

    /** The answer of a measurement. */
    public record Measured(Instant since, List<TurnAround.Of> achievements) {}

    /** Asks that reviewers look at a criterion for which nothing is handed in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"registrar", "reviewer", "moderator"})
    public Uni<Response> request(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        ObjectNode members = Asked.members(body);
        RequestReview asked = Asked.command(members, RequestReview.class, caller.tenant(), learners);
        return commands.request(asked, prefer);
    }

    /** How long reviews take, by achievement: of the last ninety days, and what is open now. */
    @GET
    @Path("turnaround")
    @RolesAllowed({"registrar", "auditor", "reviewer", "moderator", "admin"})
    public Uni<Measured> measured(@QueryParam("achievement") @Nullable String achievement) {
        Instant since = Instant.now().minus(TurnAround.DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return turnAround.since(caller.tenant(), since, achievement).map(found -> new Measured(since, found));
    }
}
