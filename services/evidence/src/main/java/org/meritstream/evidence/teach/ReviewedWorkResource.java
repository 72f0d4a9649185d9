package org.meritstream.evidence.teach;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.meritstream.evidence.artifacts.ContentQuery;
import org.meritstream.evidence.artifacts.Works;
import org.meritstream.evidence.reviews.Reviewers;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** Gives a reviewer the files of the review, and no other ones. */
@Path("/teach/reviews/{id}/works/{work}")
@Authenticated
public class ReviewedWorkResource {
    private final Visits visits;
    private final Reviewers reviewers;
    private final ReviewPages pages;
    private final Works works;

    ReviewedWorkResource(Visits visits, Reviewers reviewers, ReviewPages pages, Works works) {
        this.visits = visits;
        this.reviewers = reviewers;
        this.pages = pages;
        this.works = works;
    }

    /** The bytes, under a name that says nothing of anybody. */
    @GET
    public Uni<Response> content(
            @PathParam("id") UUID id,
            @PathParam("work") UUID work,
            @BeanParam ContentQuery asked,
            @BeanParam Reader reader) {
        return visits.during(reader, visitor -> {
            if (!TeachResource.mayReview(visitor)) {
                return MessagePage.forbidden(reader).answer();
            }
            var who = reviewers.of(visitor.tenant(), visitor.subject(), visitor.learner(), visitor.roles());
            return pages.shows(Frame.of(reader, visitor), who, id, work)
                    // A file is opened, which is no work for the event loop.
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .chain(shown -> shown
                            ? Uni.createFrom().item(() -> works.content(visitor.tenant(), work, asked))
                            : MessagePage.unknown(reader).answer())
                    .onFailure(ProblemException.class)
                    .recoverWithUni(() -> MessagePage.unknown(reader).answer());
        });
    }
}
