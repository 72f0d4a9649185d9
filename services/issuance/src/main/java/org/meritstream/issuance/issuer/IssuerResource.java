package org.meritstream.issuance.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** An issuer at its public address: its Open Badges Profile or a page, and below it the document of its {@code did:web}. */
@Path("/issuers/{tenant}")
@ForTheWorld
public class IssuerResource {
    private static final String CACHED = "public, max-age=300, stale-if-error=86400";
    /** Shorter, because a new key signs at once and whoever has the document of before does not know it. */
    private static final String KEYS_CACHED = "public, max-age=60, stale-if-error=86400";

    private final PublicIssuers issuers;

    IssuerResource(PublicIssuers issuers) {
        this.issuers = issuers;
    }

    /** The Profile, or the page for people. */
    @GET
    public Uni<Response> issuer(
            @PathParam("tenant") String tenant, @Context HttpHeaders headers, @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return issuers.find(tenant)
                .map(IssuerResource::known)
                .chain(found -> PublicForm.of(accepted) == PublicForm.PAGE
                        ? IssuerPages.issuer(found.issuer())
                                .createUni()
                                .map(html -> PublicDocument.page(request, html, CACHED))
                        : Uni.createFrom().item(profile(found, accepted).response(request, CACHED)));
    }

    private static PublicDocument profile(PublicIssuers.Found found, List<MediaType> accepted) {
        return PublicDocument.of(
                IssuerDocuments.profile(found.issuer()), PublicForm.jsonType(accepted, "application/ld+json"));
    }

    /** The DID document (did:web method, section 3.2). */
    @GET
    @Path("did.json")
    public Uni<Response> did(
            @PathParam("tenant") String tenant, @Context HttpHeaders headers, @Context Request request) {
        String type = PublicForm.jsonType(headers.getAcceptableMediaTypes(), "application/did+json");
        return issuers.find(tenant)
                .map(IssuerResource::known)
                .map(found -> PublicDocument.of(IssuerDocuments.did(found.issuer(), found.keys()), type)
                        .response(request, KEYS_CACHED));
    }

    private static PublicIssuers.Found known(PublicIssuers.@Nullable Found found) {
        if (found == null) {
            throw new ProblemException(Problem.of(
                    "unknown-issuer", "There is no such issuer", 404, "Check the last part of the address."));
        }
        return found;
    }
}
