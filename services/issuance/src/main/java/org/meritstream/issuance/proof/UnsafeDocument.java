package org.meritstream.issuance.proof;

import java.io.Serial;

/**
 * A document that must not be signed or trusted: some of what it says would be lost on the way to RDF (an undefined term, a relative or
 * ill-formed IRI), so the signature would not cover it. Data Integrity 1.0, section 2.4.1: {@code DATA_LOSS_DETECTION_ERROR}.
 */
public final class UnsafeDocument extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnsafeDocument(String message) {
        super(message);
    }

    public UnsafeDocument(String message, Throwable cause) {
        super(message, cause);
    }
}
