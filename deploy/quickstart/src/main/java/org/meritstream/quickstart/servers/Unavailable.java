package org.meritstream.quickstart.servers;

/** An embedded server cannot be started for a reason that the user can act on; the message is one sentence for the user. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String sentence) {
        super(sentence);
    }
}
