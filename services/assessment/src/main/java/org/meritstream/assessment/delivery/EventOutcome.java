package org.meritstream.assessment.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Reason;

/**
 * What became of one event of a delivery.
 *
 * @param id the fact's id; null where the event became none
 * @param type the fact's type, such as {@code assessment.completed.v1}
 * @param nativeEvent the sender's own name
 * @param reason stable code; null where there is nothing to say
 * @param learner opaque id, provisional or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventOutcome(
        @Nullable UUID id,
        @Nullable String type,
        String nativeEvent,
        DeliveryState state,
        @Nullable String reason,
        @Nullable UUID learner) {

    /** How an outcome changes once the learner is known. */
    interface Change {
        EventOutcome of(EventOutcome before);
    }

    static EventOutcome without(String nativeEvent, DeliveryState state, Reason reason) {
        return new EventOutcome(null, null, nativeEvent, state, reason.code(), null);
    }

    EventOutcome mapped(UUID person, @Nullable String why) {
        return new EventOutcome(id, type, nativeEvent, DeliveryState.MAPPED, why, person);
    }
}
