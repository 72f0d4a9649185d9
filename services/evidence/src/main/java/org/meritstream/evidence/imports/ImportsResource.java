package org.meritstream.evidence.imports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.signin.CallingLearner;

/** Credentials of other issuers: handed in by learners, or by a registrar for one; and what became of them. */
@Path("/api/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"learner", "registrar"})
public class ImportsResource {
    private final ImportEdge edge;
    private final ImportSearch imports;
    private final CallingLearner learner;

    ImportsResource(ImportEdge edge, ImportSearch imports, CallingLearner learner) {
        this.edge = edge;
        this.imports = imports;
        this.learner = learner;
    }

    /** The answer of a search. */
    public record Listing(List<ImportView> imports) {}

    /** Hands one in: the body is the credential in any form, or {@code {"url": "…"}}. What it is is told by its content. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> hand(
            byte @Nullable [] body,
            @QueryParam("learner") @Nullable String whose,
            @QueryParam("studentNumber") @Nullable String studentNumber,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return edge.take(learner.concerned(whose, studentNumber), body, prefer);
    }

    /** What a learner handed in, the newest first. */
    @GET
    public Uni<Listing> all(
            @QueryParam("learner") @Nullable String whose, @QueryParam("studentNumber") @Nullable String number) {
        return imports.of(learner.concerned(whose, number), Instant.now()).map(Listing::new);
    }

    /** One of them; a learner's own, or a registrar's to see for the learner named. */
    @GET
    @Path("{id}")
    public Uni<ImportView> one(
            @PathParam("id") UUID id,
            @QueryParam("learner") @Nullable String whose,
            @QueryParam("studentNumber") @Nullable String number) {
        return imports.find(learner.concerned(whose, number), id, Instant.now()).map(found -> {
            if (found == null) {
                throw ImportProblems.unknown();
            }
            return found;
        });
    }
}
