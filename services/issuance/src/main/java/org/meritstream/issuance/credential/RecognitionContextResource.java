package org.meritstream.issuance.credential;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.openbadges.RecognitionContext;

/** The context of recognition data at the address that credentials name. The address holds its digest: it can not change. */
@Path(RecognitionContext.PATH + "{digest}")
@ForTheWorld
public class RecognitionContextResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable, stale-if-error=31536000";
    private static final String TYPE = "application/ld+json";

    /** The document, every one there ever was. */
    @GET
    public Response context(@PathParam("digest") String digest, @Context Request request) {
        return RecognitionContext.document(digest)
                .map(document -> PublicDocument.of(document, TYPE).response(request, FOR_EVER))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "unknown-context", "There is no such context", 404, "Check the last part of the address.")));
    }
}
