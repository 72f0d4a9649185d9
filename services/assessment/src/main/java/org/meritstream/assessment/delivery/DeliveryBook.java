package org.meritstream.assessment.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Deliveries, facts and waiting facts of one turn: as loaded, and as they are now. */
public final class DeliveryBook {
    private static final Comparator<Unjoined> ORDER =
            Comparator.comparing(Unjoined::delivery).thenComparingInt(Unjoined::place);

    private final Set<UUID> taken;
    private final Map<UUID, Result> results = new LinkedHashMap<>();
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Set<UUID> touched = new HashSet<>();
    private final Map<UUID, Unjoined> unjoined = new LinkedHashMap<>();

    /** A fact that was emitted. */
    public record Result(UUID id, String tenant, UUID delivery) {}

    public DeliveryBook(Collection<UUID> taken, Collection<Delivery> deliveries, Collection<Unjoined> unjoined) {
        this.taken = new HashSet<>(taken);
        deliveries.forEach(delivery -> this.deliveries.put(delivery.id(), delivery));
        unjoined.forEach(waiting -> this.unjoined.put(waiting.id(), waiting));
    }

    /** Whether the fact came before, in this delivery or another. */
    boolean isTaken(UUID fact) {
        return taken.contains(fact);
    }

    void emitted(Result result) {
        taken.add(result.id());
        results.put(result.id(), result);
    }

    void park(Unjoined waiting) {
        taken.add(waiting.id());
        unjoined.put(waiting.id(), waiting);
    }

    /** What waits for an address, in an order that does not depend on arrival. */
    List<Unjoined> waitingFor(UUID emailKey) {
        return unjoined.values().stream()
                .filter(waiting -> waiting.emailKey().equals(emailKey))
                .sorted(ORDER)
                .toList();
    }

    void joined(Unjoined waiting, EventOutcome.Change change) {
        unjoined.remove(waiting.id());
        Delivery delivery = deliveries.get(waiting.delivery());
        if (delivery != null) {
            put(delivery.with(waiting.place(), change.of(delivery.events().get(waiting.place()))));
        }
    }

    void put(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        touched.add(delivery.id());
    }

    /** Facts emitted in this turn. */
    public Collection<Result> results() {
        return results.values();
    }

    /** Deliveries to be stored for the first time. */
    public List<Delivery> added() {
        return touched(true);
    }

    /** Stored deliveries of which an event became something else. */
    public List<Delivery> changed() {
        return touched(false);
    }

    /** What waits, with what waited before the turn. */
    public List<Unjoined> waiting() {
        return new ArrayList<>(unjoined.values());
    }

    private List<Delivery> touched(boolean isNew) {
        return touched.stream()
                .map(deliveries::get)
                .filter(delivery -> delivery != null && (delivery.revision() == 0) == isNew)
                .toList();
    }
}
