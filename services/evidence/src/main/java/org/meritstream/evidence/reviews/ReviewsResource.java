package org.meritstream.evidence.reviews;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Words;

/** The queue of the review desk. Nobody sees their own work in it, nor whose work it is. */
@Path("/api/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"reviewer", "moderator"})
public class ReviewsResource {
    private final ReviewEdge edge;
    private final Reviewers reviewers;

    ReviewsResource(ReviewEdge edge, Reviewers reviewers) {
        this.edge = edge;
        this.reviewers = reviewers;
    }

    /** The answer of a search. */
    public record Listing(List<ReviewItem> reviews) {}

    /** The oldest first; {@code after} is the last of the page before. */
    @GET
    public Uni<Listing> some(@BeanParam ReviewQuery query) {
        return edge.queue(reviewers.caller(), query.wanted())
                .map(found -> new Listing(found.stream().map(ReviewItem::of).toList()));
    }

    @GET
    @Path("{id}")
    public Uni<ReviewView> one(
            @PathParam("id") UUID id,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        return edge.show(reviewers.caller(), id, Words.forReader(language, languages));
    }
}
