package org.meritstream.issuance.form;

/** What was found baked into an image. */
public sealed interface Baked {

    /** A credential as JSON or as a compact JWT, not yet looked at. */
    record Text(String text) implements Baked {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** It was not looked at: enough others are at this moment. */
    record Busy() implements Baked {}

    /**
     * None that could be taken.
     *
     * @param reason why, in a sentence for people
     */
    record None(String reason) implements Baked {}
}
