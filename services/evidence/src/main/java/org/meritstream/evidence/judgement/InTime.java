package org.meritstream.evidence.judgement;

import java.time.Instant;
import java.util.List;
import org.meritstream.events.Fact;
import org.meritstream.events.Fact.Accommodation;
import org.meritstream.events.Fact.Artifact;
import org.meritstream.events.Fact.Cleared;
import org.meritstream.events.Fact.Completed;
import org.meritstream.events.Fact.Held;
import org.meritstream.events.Fact.Lost;
import org.meritstream.events.Fact.Misconduct;
import org.meritstream.events.Fact.Review;
import org.meritstream.events.Fact.Withdrawn;
import org.meritstream.events.Moved;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Requested;
import org.meritstream.events.ReviewStep.Settled;

/**
 * What still counts for somebody by a version that was retired (docs/adr/0046): what they had done by then. How long reviewers take is not the
 * learner's to answer for, so a review counts by when the work was handed in; and what only takes back something of before counts at any time.
 */
public final class InTime {
    private InTime() {}

    /** The facts that count, in the same order. */
    public static List<Fact> of(List<Fact> facts, Instant retired) {
        return facts.stream().filter(fact -> counts(fact, retired)).toList();
    }

    private static boolean counts(Fact fact, Instant retired) {
        return switch (fact) {
            case Review review -> !review.submittedAt().isAfter(retired);
            case Withdrawn undone -> true;
            case Lost undone -> true;
            case Misconduct undone -> true;
            case Cleared undone -> true;
            case Appealed undone -> true;
            case Settled undone -> true;
            case Completed said -> isBefore(said, retired);
            case Artifact said -> isBefore(said, retired);
            case Requested said -> isBefore(said, retired);
            case Held said -> isBefore(said, retired);
            case Accommodation said -> isBefore(said, retired);
            case Moved said -> isBefore(said, retired);
        };
    }

    private static boolean isBefore(Fact fact, Instant retired) {
        return !fact.ownTime().isAfter(retired);
    }
}
