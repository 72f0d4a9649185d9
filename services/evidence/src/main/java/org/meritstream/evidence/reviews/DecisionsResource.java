package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reviewer does with one review: takes it on, gives it back, writes, decides. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reviewer", "moderator"})
public class DecisionsResource {
    private final ReviewEdge edge;
    private final Reviewers reviewers;

    DecisionsResource(ReviewEdge edge, Reviewers reviewers) {
        this.edge = edge;
        this.reviewers = reviewers;
    }

    /** Until when a review stays with whoever took it on. */
    public record Claimed(Instant until) {}

    /** Takes a review on, or goes on with it. */
    @POST
    @Path("{id}/claims")
    public Uni<Claimed> claim(@PathParam("id") UUID id) {
        return edge.claim(reviewers.caller(), id).map(Claimed::new);
    }

    /** Gives it back. */
    @DELETE
    @Path("{id}/claims")
    public Uni<Response> release(@PathParam("id") UUID id) {
        return edge.release(reviewers.caller(), id)
                .map(done -> Response.noContent().build());
    }

    /** Keeps what is written so far. */
    @PUT
    @Path("{id}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Claimed> save(@PathParam("id") UUID id, byte[] body) throws JsonProcessingException {
        return edge.save(reviewers.caller(), id, Sent.read(body).draft()).map(Claimed::new);
    }

    /** Asks to record a decision. */
    @POST
    @Path("{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> decide(@PathParam("id") UUID id, byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        return edge.decide(reviewers.caller(), id, Sent.decision(body), prefer);
    }
}
