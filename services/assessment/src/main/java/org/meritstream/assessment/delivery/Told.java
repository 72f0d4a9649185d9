package org.meritstream.assessment.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.reading.Occurrence;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.log.KeyedIds;

/**
 * One event of a delivery with the ids that derive from it.
 *
 * @param id the fact's id, from the kind of sender and the key of the event: the same in every delivery of it; null where there is no fact
 * @param ids the learner's identifiers as ids; null likewise
 */
public record Told(Reading reading, @Nullable UUID id, LearnerIds.@Nullable Of ids) {

    /** What a delivery says, in its order. */
    public static List<Told> of(DeliveryAccepted delivery, KeyedIds keyed, LearnerIds learners) {
        return ReadDeliveryDecision.decide(delivery).stream()
                .map(reading -> of(reading, delivery, keyed, learners))
                .toList();
    }

    private static Told of(Reading reading, DeliveryAccepted delivery, KeyedIds keyed, LearnerIds learners) {
        Occurrence what = Facts.occurrence(reading);
        return what == null
                ? new Told(reading, null, null)
                : new Told(
                        reading,
                        keyed.of(
                                delivery.tenant(), "assessment", delivery.kind().name(), what.dedupeKey()),
                        learners.of(delivery.tenant(), what.person()));
    }
}
