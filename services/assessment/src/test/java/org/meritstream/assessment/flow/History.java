package org.meritstream.assessment.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.meritstream.assessment.delivery.Delivery;
import org.meritstream.assessment.delivery.DeliveryBook;
import org.meritstream.assessment.delivery.EventOutcome;
import org.meritstream.assessment.delivery.Told;
import org.meritstream.assessment.delivery.Unjoined;
import org.meritstream.assessment.learner.Account;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.learner.Profile;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;

/** A store in memory that runs the decisions as the loop does, and says what came of a history. */
final class History {
    static final KeyedIds KEYED = new KeyedIds(new byte[32]);
    static final LearnerIds IDS = new LearnerIds(KEYED);

    private final List<SourceRule> sources;
    private final Set<String> seen = new HashSet<>();
    private final Map<UUID, DeliveryBook.Result> results = new HashMap<>();
    private final Map<UUID, Account> accounts = new HashMap<>();
    private final Map<UUID, Profile> profiles = new HashMap<>();
    private final Map<UUID, Unjoined> unjoined = new HashMap<>();
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final List<Message> emitted = new ArrayList<>();
    private int offset;

    History(List<SourceRule> sources) {
        this.sources = sources;
    }

    /** Runs a batch; an event that was seen before is a duplicate, which the loop itself keeps away. */
    History run(List<EventData> batch) {
        List<Inbound> fresh = batch.stream()
                .filter(data -> seen.add(id(data)))
                .map(this::inbound)
                .toList();
        Desk desk = new Desk(load(fresh), IDS);
        fresh.forEach(event -> emitted.addAll(AssessmentWork.seeTo(desk, event)));
        desk.accounts().added().forEach(account -> accounts.put(account.id(), account));
        desk.accounts().changed().forEach(account -> accounts.put(account.id(), account));
        desk.roster().changed().forEach(profile -> profiles.put(profile.id(), profile));
        desk.deliveries().results().forEach(result -> results.put(result.id(), result));
        desk.deliveries().added().forEach(this::store);
        desk.deliveries().changed().forEach(this::store);
        unjoined.clear();
        desk.deliveries().waiting().forEach(waiting -> unjoined.put(waiting.id(), waiting));
        return this;
    }

    List<EventData> emitted() {
        return emitted.stream()
                .<EventData>map(message ->
                        EventFormat.read(message.headers(), message.body()).data())
                .toList();
    }

    List<Message> messages() {
        return List.copyOf(emitted);
    }

    Delivery delivery(UUID id) {
        return Objects.requireNonNull(deliveries.get(id));
    }

    List<EventOutcome> outcomes(UUID delivery) {
        return delivery(delivery).events();
    }

    /**
     * What the history came to, for comparing two orders of it: every fact with the person it belongs to in the end, every account with
     * its person, the roster, what still waits, and how many events of each fact became what. Left out is which of several identical
     * deliveries came first, and whether a link had to be announced.
     */
    Map<String, Object> state() {
        Map<UUID, UUID> people = new HashMap<>();
        emitted().forEach(data -> {
            if (data instanceof LearnerLinked linked) {
                people.put(linked.provisional(), linked.learner());
            }
        });
        Map<String, Object> state = new TreeMap<>();
        state.put("facts", facts(people));
        state.put("accounts", accountsByPerson());
        state.put(
                "roster",
                new TreeSet<>(profiles.values().stream().map(this::text).toList()));
        state.put("waiting", new TreeSet<>(unjoined.keySet()));
        state.put("outcomes", outcomes());
        state.put("emitted twice", emitted.size() - new HashSet<>(ids()).size());
        return state;
    }

    private List<String> ids() {
        return emitted.stream()
                .map(message -> String.valueOf(message.headers().get("ce_id")))
                .toList();
    }

    private Map<String, String> facts(Map<UUID, UUID> people) {
        Map<String, String> facts = new TreeMap<>();
        for (Message message : emitted) {
            EventData data = EventFormat.read(message.headers(), message.body()).data();
            String id = String.valueOf(message.headers().get("ce_id"));
            switch (data) {
                case AssessmentCompleted said ->
                    facts.put(
                            id,
                            people.getOrDefault(said.learner(), said.learner()) + " " + said.kind() + said.score()
                                    + said.status() + said.activity());
                case AssessmentWithdrawn said ->
                    facts.put(id, people.getOrDefault(said.learner(), said.learner()) + " " + said.reason());
                default -> {}
            }
        }
        return facts;
    }

    private Map<UUID, String> accountsByPerson() {
        Map<UUID, String> people = new TreeMap<>();
        accounts.values().forEach(account -> people.put(account.id(), String.valueOf(account.learner())));
        return people;
    }

    private Map<String, Integer> outcomes() {
        Map<String, Integer> counts = new TreeMap<>();
        deliveries.values().stream()
                .flatMap(delivery -> delivery.events().stream())
                .sorted(Comparator.comparing(event -> String.valueOf(event.id())))
                .forEach(event ->
                        counts.merge(event.id() + " " + event.state() + " " + event.reason(), 1, Integer::sum));
        return counts;
    }

    private String text(Profile profile) {
        return profile.id() + profile.displayName() + profile.emailKey() + profile.profiledAt();
    }

    private void store(Delivery delivery) {
        deliveries.put(
                delivery.id(),
                new Delivery(
                        delivery.id(),
                        delivery.tenant(),
                        delivery.source(),
                        delivery.receivedAt(),
                        Delivery.outcomes(delivery.json()),
                        delivery.revision() + 1));
    }

    private Loaded load(List<Inbound> fresh) {
        Map<UUID, List<Told>> told = new HashMap<>();
        for (Inbound event : fresh) {
            if (event.data() instanceof DeliveryAccepted delivery) {
                told.put(delivery.delivery(), Told.of(delivery, KEYED, IDS));
            }
        }
        Set<UUID> taken = new HashSet<>(results.keySet());
        taken.addAll(unjoined.keySet());
        return new Loaded(
                told,
                sources,
                List.copyOf(taken),
                List.copyOf(accounts.values()),
                List.copyOf(profiles.values()),
                List.of(),
                List.copyOf(unjoined.values()),
                List.copyOf(deliveries.values()));
    }

    private Inbound inbound(EventData data) {
        EventHeader header = new EventHeader(id(data), "/test", data.tenant() + "/x", time(data), null);
        Event<EventData> event = new Event<>(header, data);
        return new Inbound(new Position("meritstream.intake", 0, offset++), event, EventFormat.write(event));
    }

    private static Instant time(EventData data) {
        return data instanceof DeliveryAccepted delivery
                ? delivery.receivedAt()
                : Instant.parse("2026-11-01T00:00:00Z");
    }

    private static String id(EventData data) {
        return UUID.nameUUIDFromBytes(
                        new String(EventFormat.bytes(data), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
