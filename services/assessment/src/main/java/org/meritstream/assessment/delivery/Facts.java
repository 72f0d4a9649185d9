package org.meritstream.assessment.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.DedupeKey;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Withdrawn;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentEvent;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.SourceRef;

/** Writes readings as facts of the contract, once the learner is known. */
final class Facts {
    private Facts() {}

    /** What happened of a reading that became a fact; null where it became none. */
    static @Nullable Occurrence occurrence(Reading reading) {
        return switch (reading) {
            case Completed completed -> completed.occurrence();
            case Withdrawn withdrawn -> withdrawn.occurrence();
            case Reading.Ignored ignored -> null;
            case Reading.Parked parked -> null;
        };
    }

    static AssessmentEvent completed(DeliveryAccepted delivery, Completed said, UUID learner, boolean provisional) {
        Occurrence what = said.occurrence();
        return new AssessmentCompleted(
                delivery.tenant(),
                learner,
                provisional,
                said.kind(),
                source(delivery, what),
                what.activity(),
                what.course(),
                what.attempt(),
                said.score(),
                said.passed(),
                said.status(),
                said.completedAt(),
                said.gradedAt(),
                what.occurredAt(),
                delivery.receivedAt(),
                delivery.delivery(),
                DedupeKey.digest(delivery.body()));
    }

    static AssessmentEvent withdrawn(DeliveryAccepted delivery, Withdrawn said, UUID learner, boolean provisional) {
        Occurrence what = said.occurrence();
        return new AssessmentWithdrawn(
                delivery.tenant(),
                learner,
                provisional,
                source(delivery, what),
                what.activity(),
                what.course(),
                what.attempt(),
                said.reason(),
                what.occurredAt(),
                delivery.receivedAt(),
                delivery.delivery(),
                DedupeKey.digest(delivery.body()));
    }

    /** The same fact of a learner who is known now. */
    static AssessmentEvent joined(AssessmentEvent fact, UUID learner) {
        return switch (fact) {
            case AssessmentCompleted c ->
                new AssessmentCompleted(
                        c.tenant(),
                        learner,
                        false,
                        c.kind(),
                        c.source(),
                        c.activity(),
                        c.course(),
                        c.attempt(),
                        c.score(),
                        c.passed(),
                        c.status(),
                        c.completedAt(),
                        c.gradedAt(),
                        c.occurredAt(),
                        c.receivedAt(),
                        c.delivery(),
                        c.rawDigest());
            case AssessmentWithdrawn w ->
                new AssessmentWithdrawn(
                        w.tenant(),
                        learner,
                        false,
                        w.source(),
                        w.activity(),
                        w.course(),
                        w.attempt(),
                        w.reason(),
                        w.occurredAt(),
                        w.receivedAt(),
                        w.delivery(),
                        w.rawDigest());
            case DeliveryAccepted other -> throw waitsForNobody();
            case LearnerProfiled other -> throw waitsForNobody();
            case LearnerLinked other -> throw waitsForNobody();
        };
    }

    private static IllegalArgumentException waitsForNobody() {
        return new IllegalArgumentException("Only results and withdrawals wait for their learner");
    }

    /** Why a fact will not be acted on, for whoever looks at the delivery; null where nothing stands in the way. */
    static @Nullable String note(AssessmentEvent fact) {
        if (!(fact instanceof AssessmentCompleted completed)) {
            return null;
        }
        if (completed.kind() == AssessmentKind.SUBMISSION) {
            return Reason.HANDED_IN.code();
        }
        return switch (completed.status()) {
            case FINAL -> null;
            case PENDING -> Reason.HANDED_IN.code();
            case PARTIAL -> Reason.PARTLY_GRADED.code();
            case HIDDEN -> Reason.NOT_POSTED.code();
        };
    }

    private static SourceRef source(DeliveryAccepted delivery, Occurrence what) {
        return new SourceRef(delivery.source(), delivery.kind(), what.nativeEvent());
    }
}
