package org.meritstream.issuance.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;

/** A document that anyone may read and keep for a while. */
public record PublicDocument(String text, String type) {
    /** For what is not to be seen. */
    public static final String UNCACHED = "no-store";

    private static final String HTML = "text/html;charset=UTF-8";

    public static PublicDocument of(String text, String type) {
        return new PublicDocument(text, type);
    }

    /**
     * What an issuer signed, in one of its forms.
     *
     * @param token the same as a compact JWS, or null where it is not there so
     */
    public static PublicDocument signed(
            String document, @Nullable String token, PublicForm form, List<MediaType> accepted) {
        return token != null && form == PublicForm.TOKEN
                ? of(token, PublicForm.tokenType(accepted))
                : of(document, PublicForm.jsonType(accepted, PublicForm.VC));
    }

    /** What is wrong, which nobody keeps, because another time it may be otherwise. */
    public static Response.ResponseBuilder problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, UNCACHED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** The answer: 304 where the client has it already. */
    public Response response(Request request, String cacheControl) {
        return response(request, new EntityTag(digest(text)), cacheControl)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** A page for people: 304 where the client has it already. */
    public static Response page(Request request, String html, String cacheControl) {
        return page(request, html, "", cacheControl);
    }

    /**
     * A page for people that says when it was made.
     *
     * @param moment what of the page is its moment: two that differ in nothing else are the same to whoever has one of them
     */
    public static Response page(Request request, String html, String moment, String cacheControl) {
        EntityTag tag = new EntityTag(digest(moment.isEmpty() ? html : html.replace(moment, "")), true);
        return new PublicDocument(html, HTML)
                .response(request, tag, cacheControl)
                .build();
    }

    /** A page that nobody keeps: what is not to be seen looks the same whether or not it is there. */
    public static Response nothing(String html) {
        return nothing(404, html);
    }

    /** The same of what is there no more. */
    public static Response nothing(int status, String html) {
        return Response.status(status)
                .type(HTML)
                .entity(html)
                .header(HttpHeaders.CACHE_CONTROL, UNCACHED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Response.ResponseBuilder response(Request request, EntityTag tag, String cacheControl) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text, type) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
