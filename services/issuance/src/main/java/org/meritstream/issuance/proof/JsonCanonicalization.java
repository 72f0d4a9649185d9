package org.meritstream.issuance.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON Canonicalization Scheme (RFC 8785). Pure. */
final class JsonCanonicalization {
    private JsonCanonicalization() {}

    /**
     * The canonical UTF-8 bytes of an object.
     *
     * @throws UnsafeDocument when it is not I-JSON (RFC 7493): a lone surrogate, a number that is none
     */
    static byte[] canonical(JsonObject document) {
        try {
            return new JsonCanonicalizer(document.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new UnsafeDocument("The document can not be canonicalized", e);
        }
    }
}
