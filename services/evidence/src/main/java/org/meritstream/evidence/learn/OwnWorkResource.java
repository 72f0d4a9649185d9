package org.meritstream.evidence.learn;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.ContentQuery;
import org.meritstream.evidence.artifacts.SubmitEdge;
import org.meritstream.evidence.artifacts.SubmitRequest;
import org.meritstream.evidence.artifacts.UploadEdge;
import org.meritstream.evidence.artifacts.Works;
import org.meritstream.evidence.learn.HandInForm.Offered;
import org.meritstream.evidence.learn.ProgressPages.Visit;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** Takes a learner's work from the page, by the edges that the API takes it by, and gives it back to its learner. */
@Path("/learn/achievements/{achievement}/works")
@Authenticated
public class OwnWorkResource {
    private static final Logger LOG = Logger.getLogger(OwnWorkResource.class);
    private static final String HELD = "wait=8";
    /** A request that streams has its thread to the end: an answer that comes on another one met no request any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int BAD_REQUEST = 400;

    private final Visits visits;
    private final UploadEdge uploads;
    private final SubmitEdge submissions;
    private final Works works;
    private final ProgressPages pages;

    OwnWorkResource(Visits visits, UploadEdge uploads, SubmitEdge submissions, Works works, ProgressPages pages) {
        this.visits = visits;
        this.uploads = uploads;
        this.submissions = submissions;
        this.works = works;
        this.pages = pages;
    }

    /** Hands it in. What became of it is said on the page that the answer leads to; what keeps it from being handed in, in the form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response handIn(
            @PathParam("achievement") String achievement,
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @BeanParam Reader reader) {
        Uni<Response> answer = visits.learning(reader, (visitor, learner) -> {
            FormParts parts = FormParts.of(body, contentType);
            Visit visit = new Visit(reader, visitor, learner, achievement);
            return parts == null ? MessagePage.foreign(reader).answer() : handedIn(visit, parts);
        });
        return answer.await().atMost(PATIENCE);
    }

    /** The bytes of what was handed in. */
    @GET
    @Path("{id}")
    @Blocking
    public Response content(@PathParam("id") UUID id, @BeanParam ContentQuery asked, @BeanParam Reader reader) {
        Uni<Response> answer = visits.learning(reader, (visitor, learner) -> {
            try {
                return Uni.createFrom().item(works.content(new LearnerKey(visitor.tenant(), learner), id, asked));
            } catch (ProblemException notThere) {
                return MessagePage.unknown(reader).answer();
            }
        });
        return answer.await().atMost(PATIENCE);
    }

    private Uni<Response> handedIn(Visit visit, FormParts parts) {
        HandInForm form = new HandInForm(uploads, visit.visitor(), visit.key());
        try {
            return switch (form.read(parts)) {
                case Offered.Foreign foreign -> {
                    parts.drain();
                    yield MessagePage.foreign(visit.reader()).answer();
                }
                case Offered.Work work -> submitted(visit, form, work);
                case Offered.Unfit unfit -> pages.refused(visit, form.refused(unfit.fault()), BAD_REQUEST);
            };
        } catch (ProblemException refused) {
            return refused(visit, form, refused);
        } catch (IOException away) {
            LOG.infof("form.incomplete fault=%s", away.getClass().getSimpleName());
            return pages.refused(visit, form.refused("file-incomplete"), BAD_REQUEST);
        }
    }

    private Uni<Response> submitted(Visit visit, HandInForm form, Offered.Work work) {
        SubmitRequest asked = SubmitRequest.own(visit.achievement(), work.artifact(), work.given());
        return Uni.createFrom()
                .deferred(() ->
                        submissions.submit(visit.key(), asked, visit.visitor().subject(), HELD))
                .map(answer -> (CommandState) answer.getEntity())
                .map(state -> PageAnswer.seeOther(ProgressPage.address(visit.achievement()) + "?handed=" + state.id()))
                .onFailure(ProblemException.class)
                .recoverWithUni(fault -> refused(visit, form, fault));
    }

    private Uni<Response> refused(Visit visit, HandInForm form, ProblemException fault) {
        Problem problem = fault.problem();
        String kind = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        return pages.refused(visit, form.refused(kind), problem.status());
    }
}
