package org.meritstream.evidence.catalogue;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers that everybody gets alike, and caches may keep for a while: what may change is the notice of a newer version, or the list. */
final class PublicAnswer {
    static final String CACHING = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800";

    private PublicAnswer() {}

    /** A document, or 304 to whoever has it. */
    static Response document(byte[] body, Request request) {
        return cached(body, request)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** A page in a language, or 304 to whoever has it. */
    static Response page(String html, String language, Request request) {
        return cached(html.getBytes(StandardCharsets.UTF_8), request)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }

    /** Another address, for as long as an answer may be kept. */
    static Response elsewhere(String address) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    /** A page that says what is wrong with the request. */
    static Response refusal(String html, String language) {
        return Response.status(Response.Status.BAD_REQUEST)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .entity(html)
                .build();
    }

    private static Response.ResponseBuilder cached(byte[] body, Request request) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(sha256(body), 0, 16));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(body) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHING);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
