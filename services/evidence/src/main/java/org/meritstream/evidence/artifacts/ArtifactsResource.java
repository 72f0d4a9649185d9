package org.meritstream.evidence.artifacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.signin.CallingLearner;
import org.meritstream.log.http.Caller;

/** What learners hand in: submitted by themselves or by a registrar, read by them, by reviewers and by registrars. */
@Path("/api/artifacts")
@RolesAllowed({"learner", "reviewer", "registrar"})
public class ArtifactsResource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubmitEdge edge;
    private final Pieces pieces;
    private final Contents contents;
    private final CallingLearner learner;
    private final Caller caller;

    ArtifactsResource(SubmitEdge edge, Pieces pieces, Contents contents, CallingLearner learner, Caller caller) {
        this.edge = edge;
        this.pieces = pieces;
        this.contents = contents;
        this.learner = learner;
        this.caller = caller;
    }

    /** Asks to hand in an upload, a link or a submission to a platform. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"learner", "registrar"})
    public Uni<Response> submit(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        SubmitRequest asked = SubmitRequest.read(body);
        return edge.submit(learner.concerned(asked.learner(), asked.studentNumber()), asked, caller.subject(), prefer);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> one(
            @PathParam("id") UUID id,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        Words words = Words.forReader(language, languages);
        return pieces.find(id)
                .map(piece -> pieces.knowsWhose(piece) ? PieceView.of(piece, words) : PieceView.blind(piece, words))
                .map(view -> Response.ok(view)
                        .header("Content-Language", words.language())
                        .build());
    }

    /** The bytes, whole or a range of them (RFC 9110 section 14). */
    @GET
    @Path("{id}/content")
    @Blocking
    public Response content(@PathParam("id") UUID id, @BeanParam ContentQuery asked) {
        Piece piece = pieces.find(id).await().atMost(PATIENCE);
        String name = pieces.knowsWhose(piece) ? PieceView.name(piece) : PieceView.neutralName(piece);
        return contents.answer(piece, name, asked);
    }

    /** What is other than in the try before. */
    @GET
    @Path("{id}/changes")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"reviewer", "registrar"})
    @Blocking
    public ChangesView changes(@PathParam("id") UUID id) {
        Piece piece = pieces.find(id).await().atMost(PATIENCE);
        Piece before = pieces.before(piece).await().atMost(PATIENCE);
        return contents.changes(piece, before, pieces.knowsWhose(piece));
    }
}
