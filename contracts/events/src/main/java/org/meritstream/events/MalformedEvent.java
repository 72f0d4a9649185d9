package org.meritstream.events;

/** A record that is not an event of the contract: the record's fault, so it belongs on the dead-letter topic. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong in words that hold no value of the record. */
    public MalformedEvent(String reason) {
        super(reason);
    }

    /** As above, with the parser's own fault (whose message must not reach a log: it may quote the record). */
    public MalformedEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
