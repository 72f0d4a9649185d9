package org.meritstream.walletsync.claim;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.meritstream.events.Form;
import org.meritstream.walletsync.document.SignedDocument;

/** A signed document as a file to keep. */
final class SignedFile {
    private static final String VC = "application/vc";

    private SignedFile() {}

    /** The text that was signed. */
    static String json(SignedDocument.Copy copy) {
        return copy.forms().stream()
                .filter(signed -> signed.mediaType().equals(VC))
                .findFirst()
                .map(Form::document)
                .orElseThrow(() -> new IllegalStateException("A signed document has the form " + VC));
    }

    static Response of(SignedDocument.Copy copy, String name) {
        return Response.ok(json(copy), VC)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
