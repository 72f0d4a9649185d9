package org.meritstream.evidence.awards;

import org.meritstream.log.http.Problem;

/** What can be wrong with a request about an award. */
final class AwardProblems {
    private AwardProblems() {}

    static Problem withdrawn() {
        return Problem.of(
                "award-withdrawn",
                "The award was withdrawn",
                409,
                "Its criteria are no longer met. It can be approved when it is earned again, under its next number.");
    }

    static Problem approvalNotNeeded() {
        return Problem.of(
                "approval-not-needed",
                "The award needs no approval",
                409,
                "It is conferred by itself: at once, or at the date its achievement says.");
    }
}
