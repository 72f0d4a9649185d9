package org.meritstream.issuance.endorsement;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Endorsements for everybody: each at its address, and those that stand of one thing. */
@Path("/endorsements")
@ForTheWorld
public class EndorsementResource {
    private static final String CACHED = "public, max-age=60, stale-if-error=3600";
    /** A page gives a verdict: see the page of a credential. */
    private static final String VERDICT_CACHED = "public, max-age=" + StatusListCredential.SEEN_WITHIN.toSeconds();

    private static final int LONGEST = 900;

    private final PublicEndorsements endorsements;
    private final Verifier verifier;

    EndorsementResource(PublicEndorsements endorsements, Verifier verifier) {
        this.endorsements = endorsements;
        this.verifier = verifier;
    }

    /** Those of one thing, signed, so that whoever asks can verify each. */
    @GET
    public Uni<Response> of(@QueryParam("of") @Nullable String of, @Context Request request) {
        if (of == null || of.isBlank() || of.length() > LONGEST) {
            throw new ProblemException(
                    Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                            .at(
                                    List.of(
                                            new Problem.Place(
                                                    "of",
                                                    "What is endorsed is needed, as endorsements name it: an achievement version's address, or an issuer's DID."))));
        }
        return endorsements
                .of(List.of(of))
                .map(all -> PublicDocument.of(listing(of, all), MediaType.APPLICATION_JSON)
                        .response(request, CACHED));
    }

    /** To the byte as they are signed, each. */
    private static String listing(String of, List<PublicEndorsement> all) {
        return "{\"of\":" + JsonNodeFactory.instance.textNode(of) + ",\"endorsements\":"
                + all.stream().map(one -> one.endorsement().made()).collect(Collectors.joining(",", "[", "]}"));
    }

    /** The signed document, the same as a token where it is there so, or a page that says what it means. */
    @GET
    @Path("{id}")
    public Uni<Response> endorsement(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return endorsements
                .find(uuid(id))
                .chain(found -> PublicForm.ofSigned(
                                accepted, found == null || found.endorsement().token() != null)
                        .map(form -> answer(found, form, accepted, request))
                        .orElseGet(() -> Uni.createFrom().item(PublicForm.unacceptable())));
    }

    private Uni<Response> answer(
            @Nullable PublicEndorsement found, PublicForm form, List<MediaType> accepted, Request request) {
        if (form == PublicForm.PAGE) {
            return page(found, request);
        }
        HeldEndorsement endorsement = known(found);
        return Uni.createFrom()
                .item(PublicDocument.signed(endorsement.made(), endorsement.token(), form, accepted)
                        .response(request, CACHED));
    }

    private Uni<Response> page(@Nullable PublicEndorsement found, Request request) {
        if (found == null) {
            return EndorsementPages.unknown().createUni().map(PublicDocument::nothing);
        }
        return Uni.createFrom()
                .item(() -> ShownEndorsement.of(found, verifier, Instant.now()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> EndorsementPages.endorsement(page)
                        .createUni()
                        .map(html -> PublicDocument.page(request, html, page.checkedAt(), VERDICT_CACHED)));
    }

    private static HeldEndorsement known(@Nullable PublicEndorsement found) {
        if (found == null) {
            throw new ProblemException(Problem.of(
                    "unknown-endorsement", "There is no such endorsement", 404, "Check the last part of the address."));
        }
        return found.endorsement();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
