package org.meritstream.log;

/** Another replica changed what a turn was decided on. Nothing was stored; load and decide again. */
public final class Contended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which guard failed. */
    public Contended(String guard) {
        super(guard);
    }
}
