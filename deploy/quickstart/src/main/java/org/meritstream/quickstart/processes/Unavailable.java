package org.meritstream.quickstart.processes;

/** Something cannot be started or done for a reason that the user can act on; the message is written for the user. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String sentence) {
        super(sentence);
    }
}
