package org.meritstream.issuance.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Verifies several credentials at once, for whoever has a folder of applications or a list of addresses. Nothing of them is kept or logged. */
@Path("/api/verify/batch")
@ForTheWorld
@Produces({MediaType.APPLICATION_JSON, BatchResource.CSV})
public class BatchResource {
    static final String CSV = "text/csv";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV))
            .build();

    private final VerificationDesk desk;
    private final VerificationConfig config;

    BatchResource(VerificationDesk desk, VerificationConfig config) {
        this.desk = desk;
        this.config = config;
    }

    /** A JSON array of credentials, tokens and addresses. One that is broken, or no credential, is a verdict among the others. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response array(byte @Nullable [] body, @Context Request request) {
        byte[] array = body == null ? new byte[0] : body;
        return answer(() -> BatchOpening.array(array, config.batch()), request);
    }

    /** Files in any form, and addresses one a line. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    public Response form(
            @RestForm("file") @Nullable List<FileUpload> files,
            @RestForm @Nullable String addresses,
            @Context Request request) {
        return answer(() -> BatchOpening.form(files, addresses, config.batch()), request);
    }

    private Response answer(Supplier<List<BatchItem>> items, Request request) {
        Optional<List<BatchVerdict>> verdicts;
        try {
            verdicts = desk.verifyAll(items, Instant.now());
        } catch (BatchOpening.Refused e) {
            throw new ProblemException(Problem.of(
                    "not-a-batch", "These are no credentials to verify", 400, String.valueOf(e.getMessage())));
        }
        return verdicts.map(all -> answer(all, request.selectVariant(FORMS))).orElseGet(VerificationResource::enough);
    }

    private static Response answer(List<BatchVerdict> verdicts, @Nullable Variant form) {
        return (form != null && form.getMediaType().getSubtype().equals("csv")
                        ? sheet(verdicts)
                        : Response.ok(BatchVerdict.Answer.of(verdicts), MediaType.APPLICATION_JSON))
                .header(HttpHeaders.CACHE_CONTROL, PublicDocument.UNCACHED)
                .build();
    }

    /** For a program, and for the button on the page. */
    static Response.ResponseBuilder sheet(List<BatchVerdict> verdicts) {
        return Response.ok(BatchSheet.of(verdicts), CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verification.csv\"");
    }
}
