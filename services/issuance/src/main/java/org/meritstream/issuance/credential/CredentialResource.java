package org.meritstream.issuance.credential;

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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.endorsement.PublicEndorsement;
import org.meritstream.issuance.endorsement.PublicEndorsements;
import org.meritstream.issuance.endorsement.ShownEndorsement;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicFile;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.log.http.Problem;

/** A credential at its public address: the signed document, or a page that says what it means. Private until its holder shares it. */
@Path("/credentials/{id}")
@ForTheWorld
public class CredentialResource {
    private static final UUID NOBODYS = new UUID(0, 0);
    private static final String CACHED = "public, max-age=60, stale-if-error=3600";
    /** A page gives a verdict: nobody may show it longer than a verifier may go by the list that the verdict rests on. */
    private static final String VERDICT_CACHED = "public, max-age=" + StatusListCredential.SEEN_WITHIN.toSeconds();

    private final PublicCredentials credentials;
    private final Verifier verifier;
    private final CredentialFiles files;
    private final PublicEndorsements endorsements;

    CredentialResource(
            PublicCredentials credentials, Verifier verifier, CredentialFiles files, PublicEndorsements endorsements) {
        this.credentials = credentials;
        this.verifier = verifier;
        this.files = files;
        this.endorsements = endorsements;
    }

    /**
     * The credential in the form that the client prefers.
     *
     * @param as {@code document}, {@code token}, {@code sd-jwt}, {@code png}, {@code svg} or {@code pdf} for that form whatever the client accepts: a link in a page can not
     *     say what it accepts
     */
    @GET
    public Uni<Response> credential(
            @PathParam("id") String id,
            @QueryParam("as") @Nullable String as,
            @Context HttpHeaders headers,
            @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        CredentialForm form = CredentialForm.of(as, accepted);
        if (form == null) {
            return Uni.createFrom().item(unacceptable());
        }
        return answer(uuid(id), form, accepted, request);
    }

    /**
     * What took the credential's place, or the credential itself while nothing did, in the form that the client prefers. Where a document says that it
     * is to be refreshed (Open Badges 3.0, 1EdTechCredentialRefresh).
     */
    @GET
    @Path("refresh")
    public Uni<Response> refresh(@PathParam("id") String id, @Context HttpHeaders headers, @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        CredentialForm form = CredentialForm.of(null, accepted);
        if (form == null) {
            return Uni.createFrom().item(unacceptable());
        }
        return credentials.newest(uuid(id)).chain(newest -> answer(newest, form, accepted, request));
    }

    private Uni<Response> answer(UUID id, CredentialForm form, List<MediaType> accepted, Request request) {
        Uni<@Nullable SharedCredential> found = switch (form) {
            case DOCUMENT, TOKEN, SD_JWT -> credentials.document(id);
            case PAGE, PNG, SVG, PDF -> credentials.find(id);
        };
        return found.chain(shared -> answer(shared, form, accepted, request));
    }

    private Uni<Response> answer(
            @Nullable SharedCredential shared, CredentialForm form, List<MediaType> accepted, Request request) {
        if (shared != null && shared.corrected() != null) {
            return CorrectedCredential.answer(shared, shared.corrected(), form);
        }
        return switch (form) {
            case DOCUMENT -> Uni.createFrom().item(document(shared, accepted, request));
            case TOKEN, SD_JWT -> Uni.createFrom().item(token(shared, form, accepted, request));
            case PAGE -> page(shared, request);
            case PNG, SVG, PDF -> file(shared, form, request);
        };
    }

    private static Response document(@Nullable SharedCredential shared, List<MediaType> accepted, Request request) {
        return shared == null
                ? unknown()
                : PublicDocument.of(shared.credential().secured(), PublicForm.jsonType(accepted, PublicForm.VC))
                        .response(request, CACHED);
    }

    private static Response token(
            @Nullable SharedCredential shared, CredentialForm form, List<MediaType> accepted, Request request) {
        if (shared == null) {
            return unknown();
        }
        HeldCredential credential = shared.credential();
        Optional<String> token = form == CredentialForm.TOKEN ? credential.token() : credential.disclosing();
        if (token.isPresent()) {
            String type = form == CredentialForm.TOKEN ? PublicForm.tokenType(accepted) : form.type();
            return PublicDocument.of(token.get(), type).response(request, CACHED);
        }
        return CredentialForm.takesDocument(accepted) ? document(shared, accepted, request) : noToken();
    }

    private Uni<Response> file(@Nullable SharedCredential shared, CredentialForm form, Request request) {
        if (shared == null) {
            return Uni.createFrom().item(unknown());
        }
        PublicFile file = CredentialFiles.file(shared, form);
        Response unchanged = file.unchanged(request, CACHED);
        return unchanged == null
                ? files.bytes(shared, form)
                        .map(bytes -> file.response(bytes, CACHED))
                        .onFailure(RejectedExecutionException.class)
                        .recoverWithItem(PublicFile::busy)
                : Uni.createFrom().item(unchanged);
    }

    private Uni<Response> page(@Nullable SharedCredential shared, Request request) {
        if (shared == null) {
            return CredentialPages.unknown().createUni().map(PublicDocument::nothing);
        }
        return endorsements
                .of(shared.endorsable())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(said -> page(shared, said, Instant.now()))
                .chain(page -> CredentialPages.credential(page)
                        .createUni()
                        .map(html -> PublicDocument.page(request, html, page.checkedAt(), VERDICT_CACHED)));
    }

    /** All verified at one moment. */
    private CredentialPage page(SharedCredential shared, List<PublicEndorsement> said, Instant now) {
        Verification verification =
                verifier.verifyOwn(shared.credential().secured(), shared.takenBack(), shared.documents(), now);
        return CredentialPage.of(
                shared,
                verification,
                said.stream()
                        .map(one -> ShownEndorsement.of(one, verifier, now))
                        .toList());
    }

    /** The same to the byte whether the credential is private or was never there. */
    private static Response unknown() {
        return PublicDocument.problem(Problem.of(
                        "unknown-credential",
                        "There is no credential to be seen here",
                        404,
                        "It was never issued, or its holder does not share it."))
                .build();
    }

    private static Response unacceptable() {
        return PublicDocument.problem(
                        Problem.of(
                                "no-such-form",
                                "A credential is not served in this form",
                                406,
                                "Its forms are application/vc, application/vc+jwt, application/dc+sd-jwt, text/html, image/png, image/svg+xml and application/pdf."))
                .build();
    }

    private static Response noToken() {
        return PublicDocument.problem(Problem.of(
                        "other-forms",
                        "The credential is not there in this form",
                        406,
                        "Its issuer does not secure credentials so. It is there as " + PublicForm.VC
                                + " and as text/html."))
                .build();
    }

    /** What is no id is looked up all the same, so that it takes as long. */
    private static UUID uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : NOBODYS;
        } catch (IllegalArgumentException e) {
            return NOBODYS;
        }
    }
}
