package org.meritstream.assessment.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.ResultStatus;
import org.meritstream.events.Score;
import org.meritstream.events.WithdrawalReason;

/** What one live event or one statement turned out to be. An authentic event always becomes one of these; nothing is dropped. */
public sealed interface Reading {

    /** The sender's own name of the event, or {@code unknown}. */
    String nativeEvent();

    /**
     * A result, submission, completion, mastery or badge.
     *
     * @param score digits as sent; null where the sender gave none
     * @param passed null unless the sender's own meaning is certain
     * @param completedAt when the learner finished; else when it was graded; else the event's time
     */
    record Completed(
            Occurrence occurrence,
            AssessmentKind kind,
            @Nullable Score score,
            @Nullable Boolean passed,
            ResultStatus status,
            Instant completedAt,
            @Nullable Instant gradedAt)
            implements Reading {
        @Override
        public String nativeEvent() {
            return occurrence.nativeEvent();
        }
    }

    /** Something said earlier of the same activity no longer stands. */
    record Withdrawn(Occurrence occurrence, WithdrawalReason reason) implements Reading {
        @Override
        public String nativeEvent() {
            return occurrence.nativeEvent();
        }
    }

    /** Understood, and of no use to anybody here. */
    record Ignored(String nativeEvent, Reason reason) implements Reading {}

    /** Authentic and perhaps of use, but not to be understood: kept for an administrator to see. */
    record Parked(String nativeEvent, Reason reason) implements Reading {}
}
