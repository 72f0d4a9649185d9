package org.meritstream.log;

/** A record can not be processed, now or ever, by this release. It goes to the dead-letter topic with the reason. */
public final class RecordFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why in words that hold no value of the record. */
    public RecordFault(String reason, Throwable cause) {
        super(reason, cause);
    }
}
