package org.meritstream.issuance.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;

/** Where anybody has a credential verified in a browser, by a form and without a script. The same checks as {@code POST /api/verify}. */
@Path("/verify")
@ForTheWorld
@Produces(MediaType.TEXT_HTML)
public class VerifyPageResource {
    static final String ENOUGH = "Enough is being verified at this moment. Try again in a few seconds.";

    private final VerificationDesk desk;

    VerifyPageResource(VerificationDesk desk) {
        this.desk = desk;
    }

    /**
     * The form. Nothing is verified by opening an address, or a link to this page would make it ask others.
     *
     * @param address stands in the field already, so that a link can bring it along
     */
    @GET
    @RunOnVirtualThread
    public Response form(@QueryParam("url") @Nullable String address) {
        return form(200, new FormPage(address == null ? "" : address, null));
    }

    /** Verifies what was pasted, the file that was chosen, or what is at an address: whichever of the forms was sent. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @RunOnVirtualThread
    public Response verify(
            @RestForm @Nullable String pasted, @RestForm @Nullable FileUpload file, @RestForm @Nullable String url) {
        String address = url == null ? "" : url.strip();
        return switch (desk.verify(() -> opened(pasted, file, address), Instant.now())) {
            case Answered.Verified verified ->
                page(
                        200,
                        VerifyPages.result(ResultPage.of(verified.verification()))
                                .render());
            case Answered.Refused refused -> form(400, new FormPage(address, refused.reason()));
            case Answered.Busy ignored -> form(503, new FormPage(address, ENOUGH));
        };
    }

    private static Opened opened(@Nullable String pasted, @Nullable FileUpload file, String address) {
        if (pasted != null && !pasted.isBlank()) {
            return Opening.open(pasted.getBytes(StandardCharsets.UTF_8));
        }
        if (file != null && file.size() > 0) {
            return BatchOpening.opened(file);
        }
        return address.isEmpty() ? new Opened.Nothing("Nothing was handed in.") : Opening.address(address);
    }

    static Response form(int status, FormPage page) {
        return page(status, VerifyPages.form(page).render());
    }

    /** Nobody keeps it: it shows what somebody handed in. */
    static Response page(int status, String html) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(html)
                .header(HttpHeaders.CACHE_CONTROL, PublicDocument.UNCACHED)
                .build();
    }
}
