package org.meritstream.issuance.imports;

import java.time.Duration;
import java.time.Instant;
import org.meritstream.events.ImportRefusal;
import org.meritstream.issuance.imports.Looks.Look;

/**
 * What becomes of a look that failed by a fault of our own. What was handed in is looked at again after two minutes, then four, and so on up to a
 * day; its learner is told when. After two weeks it is given back as one that could not be checked, since nothing that was handed in is kept for
 * longer; and at once, where looking at it seems to be what ends the process. Pure.
 */
final class FailedLookDecision {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(14);
    /** Two minutes, doubled so often, are more than a day. */
    private static final int DOUBLINGS = 10;

    /** A replica that is stopped while it looks is chance, and three in a row are not. */
    private static final int NEVER_ENDED = 3;

    private FailedLookDecision() {}

    /** Whether nobody is to look at it any more: those who did never came back. */
    static boolean neverEnds(Due due) {
        return due.takings() > NEVER_ENDED;
    }

    /**
     * What follows where nobody looks at it any more.
     *
     * @param lookAgain after what time the status of one that is held is read again
     */
    static Look givenUp(Due due, Instant now, Duration lookAgain) {
        return switch (due.kind()) {
            case Due.First ignored -> new Look.Conclude(Looks.conclusion(due, ImportRefusal.NOT_CHECKABLE));
            case Due.Again again ->
                new Look.Later(Looks.before(again.validUntil(), now.plus(lookAgain)), "never-ended");
        };
    }

    /**
     * Decides what follows.
     *
     * @param now when the look failed
     * @param lookAgain after what time the status of one that is held is read again
     */
    static Look decide(Due due, Instant now, Duration lookAgain) {
        return switch (due.kind()) {
            case Due.First first ->
                new Look.Conclude(
                        now.isBefore(first.requestedAt().plus(KEPT))
                                ? Looks.delay(due, now.plus(pause(due.faults())))
                                : Looks.conclusion(due, ImportRefusal.NOT_CHECKABLE));
            case Due.Again again -> new Look.Later(Looks.before(again.validUntil(), now.plus(lookAgain)), "fault");
        };
    }

    private static Duration pause(int faults) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(faults, DOUBLINGS));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
