package org.meritstream.evidence.dossiers;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** How learners stand, and why. */
@Path("/api/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "designer", "auditor", "admin"})
public class DossiersResource {
    private final DossierSearch search;
    private final Caller caller;

    DossiersResource(DossierSearch search, Caller caller) {
        this.search = search;
        this.caller = caller;
    }

    /** The answer of a search. */
    public record Listing(List<DossierView> dossiers) {}

    /** By learner, or by the delivery whose facts they look at; one of the two. */
    @GET
    public Uni<Listing> some(
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("delivery") @Nullable String delivery,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        String tenant = caller.tenant();
        Words words = Words.forReader(language, languages);
        if ((learner == null) == (delivery == null)) {
            throw new ProblemException(Problem.of(
                    "which-dossiers", "Say which dossiers", 400, "Give either the parameter learner or delivery."));
        }
        Uni<List<Dossier>> found = learner != null
                ? search.ofLearner(tenant, id("learner", learner))
                : search.ofDelivery(tenant, id("delivery", String.valueOf(delivery)));
        return found.map(dossiers ->
                new Listing(dossiers.stream().map(d -> DossierView.of(d, words)).toList()));
    }

    @GET
    @Path("{id}")
    public Uni<DossierView> one(
            @PathParam("id") UUID id,
            @QueryParam("lang") @Nullable String language,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        Words words = Words.forReader(language, languages);
        return search.find(caller.tenant(), id)
                .onItem()
                .ifNull()
                .failWith(DossiersResource::unknown)
                .map(dossier -> DossierView.of(dossier, words));
    }

    private static UUID id(String parameter, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(
                    "malformed-id", "An id is a UUID", 400, "The parameter " + parameter + " is not a UUID."));
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(
                "unknown-dossier", "There is no such dossier", 404, "No dossier of this tenant has that id."));
    }
}
