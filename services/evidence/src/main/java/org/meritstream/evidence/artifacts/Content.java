package org.meritstream.evidence.artifacts;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.storage.Slice;

/**
 * A file as an answer: always to be saved, never to be opened in this site's name, whatever is in it.
 *
 * @param name that it is offered as
 */
record Content(Piece piece, String name) {

    /** Whether the reader has these bytes. */
    boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(tag()));
    }

    /** Whether a range is of these bytes. */
    boolean holds(@Nullable String ifRange) {
        return ifRange == null || ifRange.strip().equals(tag());
    }

    Response notModified() {
        return headed(Response.status(Response.Status.NOT_MODIFIED)).build();
    }

    Response whole(InputStream bytes) {
        return body(Response.ok(bytes), piece.size()).build();
    }

    Response part(InputStream bytes, Slice slice) {
        String range = "bytes " + slice.first() + "-" + slice.last() + "/" + piece.size();
        return body(Response.status(Response.Status.PARTIAL_CONTENT).entity(bytes), slice.length())
                .header("Content-Range", range)
                .build();
    }

    Response unsatisfiable() {
        return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                .header("Content-Range", "bytes */" + piece.size())
                .build();
    }

    private Response.ResponseBuilder body(Response.ResponseBuilder answer, long length) {
        return headed(answer)
                .header("Content-Type", piece.mediaType())
                .header("Content-Length", length)
                .header("Content-Disposition", FileName.disposition(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Repr-Digest", "sha-256=:" + base64() + ":");
    }

    private Response.ResponseBuilder headed(Response.ResponseBuilder answer) {
        return answer.header("ETag", tag())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache");
    }

    private String tag() {
        return "\"" + hex() + "\"";
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex()));
    }

    private String hex() {
        return piece.digest().substring(piece.digest().indexOf(':') + 1);
    }
}
