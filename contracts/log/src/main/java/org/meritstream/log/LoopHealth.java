package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the loop says of itself. A fault begins when a dependency fails and ends with the next commit, not with an empty poll: an empty
 * poll proves nothing about the store or about transactions. A broker that does not answer heartbeats is a fault of its own kind, for a
 * poll of a broker that is away is merely empty; and so is a commit that hangs, long before the client gives it up.
 */
public final class LoopHealth {
    private static final Duration SILENT = Duration.ofSeconds(30);
    private static final Duration SLOW_COMMIT = Duration.ofSeconds(5);

    /**
     * A moment in the loop's life.
     *
     * @param commitBegan when the commit under way began, or null while there is none
     * @param fault what failed, or null while all is well
     * @param assigned whether it is a member of its group; one without a partition stands by and is ready
     */
    record State(
            Instant lastPoll,
            @Nullable Instant commitBegan,
            @Nullable String fault,
            boolean assigned,
            boolean ended) {}

    private volatile State state = new State(Instant.EPOCH, null, null, false, false);
    private volatile boolean readingAgain = true;
    private volatile boolean takingBack;

    synchronized void polled(Instant now, boolean assigned) {
        State s = state;
        state = new State(now, null, s.fault(), s.assigned() || assigned, s.ended());
    }

    synchronized void failed(String fault) {
        State s = state;
        state = new State(s.lastPoll(), null, fault, s.assigned(), s.ended());
    }

    synchronized void committing(Instant now) {
        State s = state;
        state = new State(s.lastPoll(), now, s.fault(), s.assigned(), s.ended());
    }

    /** A commit is made; whether all is well again says the turn beside it. */
    synchronized void told() {
        State s = state;
        state = new State(s.lastPoll(), null, s.fault(), s.assigned(), s.ended());
    }

    synchronized void committed() {
        State s = state;
        state = new State(s.lastPoll(), null, null, s.assigned(), s.ended());
    }

    synchronized void ended() {
        State s = state;
        state = new State(s.lastPoll(), null, s.fault(), s.assigned(), true);
    }

    boolean faulty() {
        return state.fault() != null;
    }

    /** Whether the store may lack, of what this replica reads, something that the log has announced: it was restored, or nobody knows yet. */
    void readingAgain(boolean again) {
        readingAgain = again;
    }

    /** Whether the store knows all that was announced, as far as this replica can tell. */
    public boolean upToDate() {
        return !readingAgain;
    }

    /** Whether a restored store takes back what the service has said; until it has, it may say what is not so. */
    void takingBack(boolean now) {
        takingBack = now;
    }

    /** Why the loop is not ready, or null when it is. */
    public @Nullable String notReady(Instant now) {
        State s = state;
        if (s.ended()) {
            return "ended";
        }
        if (s.fault() != null) {
            return s.fault();
        }
        if (takingBack) {
            return "a restored store takes back what was announced";
        }
        if (!s.assigned()) {
            return "not yet a member of its group";
        }
        if (s.commitBegan() != null && s.commitBegan().plus(SLOW_COMMIT).isBefore(now)) {
            return "a commit takes longer than " + SLOW_COMMIT.toSeconds() + " s";
        }
        return s.lastPoll().plus(SILENT).isBefore(now) ? "no poll for " + SILENT.toSeconds() + " s" : null;
    }

    /** Whether the loop's thread still runs. */
    public boolean alive() {
        return !state.ended();
    }
}
