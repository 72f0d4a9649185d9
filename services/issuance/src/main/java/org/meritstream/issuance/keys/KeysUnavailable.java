package org.meritstream.issuance.keys;

/** Where the keys are does not answer, or does not let us in: a dependency's fault, so the loop waits and an edge answers 503. */
public final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason in words that hold no secret */
    public KeysUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** @param reason in words that hold no secret */
    public KeysUnavailable(String reason) {
        super(reason);
    }
}
