package org.meritstream.issuance.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;

/** Where anybody has many credentials verified in a browser. The same checks as {@code POST /api/verify/batch}. */
@Path("/verify/batch")
@ForTheWorld
public class BatchPageResource {
    private final VerificationDesk desk;
    private final VerificationConfig config;

    BatchPageResource(VerificationDesk desk, VerificationConfig config) {
        this.desk = desk;
        this.config = config;
    }

    /** Whoever comes back to the address of an answer, which nobody kept. */
    @GET
    public Response form() {
        return Response.seeOther(URI.create("/verify")).build();
    }

    /**
     * Verifies the files that were chosen and what is at the addresses.
     *
     * @param as {@code sheet} for a file of comma-separated values instead of a page
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    public Response verify(
            @RestForm("file") @Nullable List<FileUpload> files,
            @RestForm @Nullable String addresses,
            @RestForm @Nullable String as) {
        Optional<List<BatchVerdict>> verdicts;
        try {
            verdicts = desk.verifyAll(() -> BatchOpening.form(files, addresses, config.batch()), Instant.now());
        } catch (BatchOpening.Refused e) {
            return VerifyPageResource.form(400, new FormPage("", e.getMessage()));
        }
        return verdicts.map(all -> "sheet".equals(as) ? sheet(all) : page(all))
                .orElseGet(() -> VerifyPageResource.form(503, new FormPage("", VerifyPageResource.ENOUGH)));
    }

    private static Response sheet(List<BatchVerdict> verdicts) {
        return BatchResource.sheet(verdicts)
                .header(HttpHeaders.CACHE_CONTROL, PublicDocument.UNCACHED)
                .build();
    }

    private static Response page(List<BatchVerdict> verdicts) {
        return VerifyPageResource.page(
                200, VerifyPages.batch(BatchPage.of(verdicts)).render());
    }
}
