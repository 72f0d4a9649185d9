package org.meritstream.issuance.verification;

/** What was baked into an image. */
sealed interface Baked {

    /** A credential as JSON or as a compact JWT, not yet looked at. */
    record Text(String text) implements Baked {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** None that could be taken. */
    record None(String reason) implements Baked {}
}
