package org.meritstream.issuance.fetching;

import io.vertx.core.buffer.Buffer;

/** What became of reading an address. */
public sealed interface Fetched {

    /** It was read in full. */
    record Found(Buffer body) implements Fetched {

        public static Found of(String text) {
            return new Found(Buffer.buffer(text));
        }

        /** As UTF-8, which all that is not an image is in. */
        public String text() {
            return body.toString();
        }

        @Override
        public String toString() {
            return "Found[" + body.length() + " bytes]";
        }
    }

    /**
     * It was not read.
     *
     * @param reason a sentence for whoever asked, without anything of what was answered
     */
    record Missing(String reason) implements Fetched {}
}
