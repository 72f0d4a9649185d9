package org.meritstream.evidence.learn;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.imports.ImportEdge;
import org.meritstream.evidence.imports.ImportSearch;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.evidence.signin.MessagePage;
import org.meritstream.evidence.signin.PageAnswer;
import org.meritstream.evidence.signin.Visitor;
import org.meritstream.evidence.signin.Visits;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.pages.Reader;

/** The page on which a learner hands in credentials of other issuers, by the edge that the API has them handed in by. */
@Path(ImportsPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class OwnImportsResource {
    private static final Logger LOG = Logger.getLogger(OwnImportsResource.class);
    /** Most issuers answer sooner; where one does not, the page says that it is being checked. */
    private static final String HELD = "wait=8";
    /** A request that streams has its thread to the end: an answer that comes on another one met no request any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int BAD_REQUEST = 400;

    private final Visits visits;
    private final ImportEdge edge;
    private final ImportSearch imports;

    OwnImportsResource(Visits visits, ImportEdge edge, ImportSearch imports) {
        this.visits = visits;
        this.edge = edge;
        this.imports = imports;
    }

    @CheckedTemplate(basePath = "learn", defaultName = CheckedTemplate.ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance imports(ImportsPage page);
    }

    /** The form, and what became of those before; {@code request} names the one whose outcome is to be said, nonsense as good as nothing. */
    @GET
    public Uni<Response> page(@QueryParam("request") @Nullable String request, @BeanParam Reader reader) {
        return visits.learning(
                reader,
                (visitor, learner) -> imports.of(new LearnerKey(visitor.tenant(), learner), Instant.now())
                        .chain(all -> visits.answer(
                                reader,
                                Templates.imports(ImportsPage.of(Frame.of(reader, visitor), all, id(request))))));
    }

    /** Hands one in. What became of it is said on the page that the answer leads to; what keeps it from being handed in, in the form. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Response handIn(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @BeanParam Reader reader) {
        return visits.learning(reader, (visitor, learner) -> {
                    FormParts parts = FormParts.of(body, contentType);
                    return parts == null
                            ? MessagePage.foreign(reader).answer()
                            : handedIn(new Visit(reader, visitor, new LearnerKey(visitor.tenant(), learner)), parts);
                })
                .await()
                .atMost(PATIENCE);
    }

    /** Whose page. */
    private record Visit(Reader reader, Visitor visitor, LearnerKey learner) {}

    private Uni<Response> handedIn(Visit visit, FormParts parts) {
        ImportForm form = new ImportForm(visit.visitor());
        try {
            if (!form.read(parts)) {
                parts.drain();
                return MessagePage.foreign(visit.reader()).answer();
            }
            String fault = form.fault();
            return fault == null ? taken(visit, form, form.handedIn()) : refused(visit, form, fault, BAD_REQUEST);
        } catch (IOException away) {
            LOG.infof("form.incomplete fault=%s", away.getClass().getSimpleName());
            return refused(visit, form, "other", BAD_REQUEST);
        }
    }

    private Uni<Response> taken(Visit visit, ImportForm form, byte[] handedIn) {
        return Uni.createFrom()
                .deferred(() -> edge.take(visit.learner(), handedIn, HELD))
                .map(answer -> (CommandState) answer.getEntity())
                .map(state -> PageAnswer.seeOther(ImportsPage.PATH + "?request=" + state.id()))
                .onFailure(ProblemException.class)
                .recoverWithUni(fault -> {
                    Problem problem = fault.problem();
                    String kind = problem.type().substring(problem.type().lastIndexOf('/') + 1);
                    return refused(visit, form, kind, problem.status());
                });
    }

    private Uni<Response> refused(Visit visit, ImportForm form, String fault, int status) {
        Frame frame = Frame.of(visit.reader(), visit.visitor());
        return imports.of(visit.learner(), Instant.now())
                .chain(all ->
                        PageAnswer.of(status, Templates.imports(ImportsPage.refused(frame, all, fault, form.typed()))));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
