package org.meritstream.issuance.learnerrecord;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.verification.OwnDocuments;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.log.http.Problem;

/** A learner record at its public address: the signed document, or a page. Private until its learner shares it. */
@Path("/records/{id}")
@ForTheWorld
public class RecordResource {
    private static final UUID NOBODYS = new UUID(0, 0);
    private static final String CACHED = "public, max-age=60, stale-if-error=3600";
    /** A page gives a verdict: see the page of a credential. */
    private static final String VERDICT_CACHED = "public, max-age=" + StatusListCredential.SEEN_WITHIN.toSeconds();

    private static final int GONE = 410;

    private final PublicRecords records;
    private final OwnDocuments own;
    private final Verifier verifier;

    RecordResource(PublicRecords records, OwnDocuments own, Verifier verifier) {
        this.records = records;
        this.own = own;
        this.verifier = verifier;
    }

    /** The record in the form that the client prefers. */
    @GET
    public Uni<Response> record(@PathParam("id") String id, @Context HttpHeaders headers, @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return records.find(uuid(id))
                .chain(shared -> PublicForm.ofSigned(
                                accepted, shared == null || shared.record().token() != null)
                        .map(form -> answer(shared, form, accepted, request))
                        .orElseGet(() -> Uni.createFrom().item(PublicForm.unacceptable())));
    }

    private Uni<Response> answer(
            PublicRecords.@Nullable Shared shared, PublicForm form, List<MediaType> accepted, Request request) {
        if (form == PublicForm.PAGE) {
            return page(shared, request);
        }
        if (shared == null || shared.corrected()) {
            return Uni.createFrom()
                    .item(PublicDocument.problem(shared == null ? unknown() : corrected())
                            .build());
        }
        HeldRecord record = shared.record();
        return Uni.createFrom()
                .item(PublicDocument.signed(record.made(), record.token(), form, accepted)
                        .response(request, CACHED));
    }

    private Uni<Response> page(PublicRecords.@Nullable Shared shared, Request request) {
        if (shared == null) {
            return RecordPages.unknown().createUni().map(PublicDocument::nothing);
        }
        if (shared.corrected()) {
            return RecordPages.corrected().createUni().map(html -> PublicDocument.nothing(GONE, html));
        }
        // All within it is of the same issuer, so nothing has to be read elsewhere.
        return Uni.createFrom()
                .item(() -> RecordPage.of(
                        shared.record(), verifier.verifyOwn(shared.record().made(), null, own.alone(), Instant.now())))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> RecordPages.record(page)
                        .createUni()
                        .map(html -> PublicDocument.page(request, html, page.checkedAt(), VERDICT_CACHED)));
    }

    private static Problem unknown() {
        return Problem.of(
                "unknown-record",
                "There is no record to be seen here",
                404,
                "It was never issued, or its learner does not share it.");
    }

    private static Problem corrected() {
        return Problem.of(
                "corrected-record",
                "A credential in this record was corrected",
                GONE,
                "Nothing of it is shown any more. Ask whoever gave you the address for a new record.");
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
