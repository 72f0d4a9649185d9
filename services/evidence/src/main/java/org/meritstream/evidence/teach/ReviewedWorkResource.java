package org.meritstream.evidence.teach;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.meritstream.evidence.artifacts.ContentQuery;
import org.meritstream.evidence.artifacts.Works;
import org.meritstream.evidence.reviews.Reviewer;
import org.meritstream.evidence.reviews.Reviewers;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** Gives a reviewer the files of the review, and no other ones. */
@Path("/teach/reviews/{id}/works/{work}")
@Authenticated
public class ReviewedWorkResource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    @Blocking
    public Response content(
            @PathParam("id") UUID id,
            @PathParam("work") UUID work,
            @BeanParam ContentQuery asked,
            @BeanParam Reader reader) {
        Uni<Response> answer = visits.during(
                reader,
                visitor -> TeachResource.mayReview(visitor)
                        ? content(visitor, new Wanted(id, work, asked), reader)
                        : MessagePage.forbidden(reader).answer());
        return answer.await().atMost(PATIENCE);
    }

    private record Wanted(UUID review, UUID work, ContentQuery asked) {}

    private Uni<Response> content(Visitor visitor, Wanted wanted, Reader reader) {
        Reviewer who = reviewers.of(visitor.tenant(), visitor.subject(), visitor.learner(), visitor.roles());
        try {
            return pages.shows(Frame.of(reader, visitor), who, wanted.review(), wanted.work())
                            .await()
                            .atMost(PATIENCE)
                    ? Uni.createFrom().item(works.content(visitor.tenant(), wanted.work(), wanted.asked()))
                    : MessagePage.unknown(reader).answer();
        } catch (ProblemException notThere) {
            return MessagePage.unknown(reader).answer();
        }
    }
}
