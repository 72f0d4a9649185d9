package org.meritstream.issuance.proof;

import java.time.Duration;

/**
 * How long what is canonicalized for one question may take: each graph, since it may be built to be hard, and all together, since a document may hold many
 * of them. Only work counts, and not what is waited for in between. For one thread.
 */
public final class Patience {
    private static final Duration ONE = Duration.ofSeconds(2);
    private static final Duration ALL = Duration.ofSeconds(5);

    private final Duration one;
    private long left;
    private long began;
    private long end = Long.MAX_VALUE;

    /**
     * All of it.
     *
     * @param one for each graph
     * @param all for all together
     */
    Patience(Duration one, Duration all) {
        this.one = one;
        this.left = all.toNanos();
    }

    /** What a verification is given. A record of a hundred credentials took 1.4 s in a process that had just begun (docs/adr/0051). */
    public static Patience usual() {
        return new Patience(ONE, ALL);
    }

    /** Begins a graph. */
    void begin() {
        began = System.nanoTime();
        end = began + Math.min(left, one.toNanos());
    }

    /** Ends it; what it took is gone. */
    void stop() {
        left = Math.max(0, left - (System.nanoTime() - began));
        end = Long.MAX_VALUE;
    }

    /** Fails when it is used up. */
    void hurry() {
        if (System.nanoTime() - end > 0) {
            throw new TooHard();
        }
    }

    /** Whether nothing of it is left for a next graph. */
    boolean over() {
        return left == 0;
    }
}
