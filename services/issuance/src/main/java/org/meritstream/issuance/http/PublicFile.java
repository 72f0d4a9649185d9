package org.meritstream.issuance.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;

/**
 * A file that is made of a public document when it is asked for. Its tag is known before it is made, so that who has it already costs nothing.
 *
 * @param tag the same for the same bytes
 * @param name what a browser saves it as
 */
public record PublicFile(String tag, String type, String name) {
    /** An SVG may hold a script; what is served here never runs one, whoever made it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /**
     * A file.
     *
     * @param inputs all that its bytes follow from
     */
    public static PublicFile of(String inputs, String type, String name) {
        return new PublicFile(PublicDocument.digest(inputs), type, name);
    }

    /** 304 where the client has it already, else null. */
    public @Nullable Response unchanged(Request request, String cacheControl) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(new EntityTag(tag));
        return unchanged == null ? null : headed(unchanged, cacheControl);
    }

    /** Where too many wait for what is to be made for them. */
    public static Response busy() {
        return PublicDocument.problem(Problem.of(
                        "busy-drawing",
                        "Too much is being drawn",
                        503,
                        "Images and documents are made when asked for."))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    /** The answer with its bytes. */
    public Response response(byte[] bytes, String cacheControl) {
        return headed(
                Response.ok(bytes, type)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                        .header("Content-Security-Policy", POLICY),
                cacheControl);
    }

    private Response headed(Response.ResponseBuilder answer, String cacheControl) {
        return answer.tag(new EntityTag(tag))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
