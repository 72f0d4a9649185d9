package org.meritstream.events;

/** A record that is not an event of the contract: the record's fault, so it belongs on the dead-letter topic. */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /** Says what is wrong in words that hold no value of the record. */
    public MalformedEvent(String reason) {
        super(reason);
        this.place = "";
    }

    /** As above, with the parser's own fault (whose message must not reach a log: it may quote the record). */
    public MalformedEvent(String reason, Throwable cause) {
        this(reason, "", cause);
    }

    /** As above, with the place where it is wrong: a JSON Pointer (RFC 6901) made of the contract's own names. */
    MalformedEvent(String reason, String place, Throwable cause) {
        super(reason, cause);
        this.place = place;
    }

    /** JSON Pointer to what is wrong; empty where that is not known, which is the pointer to the whole. */
    public String place() {
        return place;
    }
}
