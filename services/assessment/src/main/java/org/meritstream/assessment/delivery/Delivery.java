package org.meritstream.assessment.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;

/**
 * A delivery with what became of its events.
 *
 * @param revision 0 while it is not stored; guards against two replicas that change it at once
 */
public record Delivery(
        UUID id, String tenant, String source, Instant receivedAt, List<EventOutcome> events, int revision) {
    private static final TypeReference<List<EventOutcome>> OUTCOMES = new TypeReference<>() {};
    private static final List<DeliveryState> BY_WEIGHT =
            List.of(DeliveryState.MAPPED, DeliveryState.PARKED, DeliveryState.DUPLICATE);

    /** The weightiest of its events' states: a fact first, then what is kept, then a repetition. */
    public DeliveryState state() {
        return BY_WEIGHT.stream()
                .filter(state -> events.stream().anyMatch(event -> event.state() == state))
                .findFirst()
                .orElse(DeliveryState.IGNORED);
    }

    /** The reason of the first event in that state that gives one. */
    public @Nullable String reason() {
        DeliveryState state = state();
        return events.stream()
                .filter(event -> event.state() == state && event.reason() != null)
                .map(EventOutcome::reason)
                .findFirst()
                .orElse(null);
    }

    /** How many of its events are kept. */
    public int parked() {
        return (int) events.stream()
                .filter(event -> event.state() == DeliveryState.PARKED)
                .count();
    }

    Delivery with(int place, EventOutcome outcome) {
        List<EventOutcome> changed = new ArrayList<>(events);
        changed.set(place, outcome);
        return new Delivery(id, tenant, source, receivedAt, List.copyOf(changed), revision);
    }

    /** The outcomes as they are stored. */
    public String json() {
        try {
            return EventFormat.JSON.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcomes as they were stored. */
    public static List<EventOutcome> outcomes(String json) {
        try {
            return EventFormat.JSON.readValue(json, OUTCOMES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
