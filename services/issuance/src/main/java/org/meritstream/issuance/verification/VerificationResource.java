package org.meritstream.issuance.verification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Verifies a credential that anybody hands in. Nothing of it is kept or logged. */
@Path("/api/verify")
@ForTheWorld
public class VerificationResource {
    private final VerificationDesk desk;

    VerificationResource(VerificationDesk desk) {
        this.desk = desk;
    }

    /**
     * Verifies what the body holds: a credential in any form, or {@code {"url": "…"}}. A broken credential is an answer; what is none at all is
     * a problem.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response verify(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw refused("The body is empty.");
        }
        return switch (desk.verify(() -> Opening.open(body), Instant.now())) {
            case Answered.Verified verified ->
                Response.ok(VerificationAnswer.of(verified.verification()), MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, PublicDocument.UNCACHED)
                        .build();
            case Answered.Refused refused -> throw refused(refused.reason());
            case Answered.Busy ignored -> enough();
        };
    }

    /** For a program that comes when others are here. */
    static Response enough() {
        return Response.status(503)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, 2)
                .entity(Problem.of(
                        "verifying-enough",
                        "Enough is being verified at this moment",
                        503,
                        "Try again in two seconds."))
                .build();
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(Problem.of("not-a-credential", "This is no credential", 400, reason));
    }
}
