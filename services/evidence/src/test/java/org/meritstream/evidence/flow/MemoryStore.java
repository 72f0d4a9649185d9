package org.meritstream.evidence.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.ContinueMove;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.SweepAwards;
import org.meritstream.events.Topics;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.batches.Batch;
import org.meritstream.evidence.batches.ItemOutcome;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.moves.Move;
import org.meritstream.evidence.moves.MoveBook;
import org.meritstream.evidence.moves.Part;
import org.meritstream.evidence.moves.Slice;
import org.meritstream.evidence.restraints.Restraint;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.evidence.sweeps.Sweeps;
import org.meritstream.evidence.sweeps.Swept;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Timer;

/** The evidence service without its servers: the real decisions on a store of maps, one batch after the other. */
final class MemoryStore {
    static final KeyedIds IDS = new KeyedIds(new byte[32]);

    private final Map<LearnerKey, Learner> learners = new TreeMap<>();
    private final Map<String, Filed> facts = new LinkedHashMap<>();
    private final Map<UUID, Dossier> dossiers = new TreeMap<>();
    private final Map<UUID, Award> awards = new TreeMap<>();
    private final Map<UUID, ReviewTask> reviews = new TreeMap<>();
    private final Map<AchievementKey, Version> versions = new TreeMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<AchievementKey, Instant> retired = new HashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final Map<UUID, Restraint> restraints = new TreeMap<>();
    private final Map<UUID, Batch> batches = new TreeMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<UUID, SortedSet<UUID>> items = new TreeMap<>();
    private final Map<UUID, ItemOutcome> outcomes = new TreeMap<>();
    private final List<Message> emitted = new ArrayList<>();
    private int followed;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Timer> timers = new TreeMap<>();

    /** Handles a batch as the loop does: duplicates left aside, one desk for the rest. What was published. */
    List<AchievementPublished> handle(List<Inbound> batch) {
        Desk desk = new Desk(everything(batch), IDS);
        for (Inbound event : batch) {
            if (handled.add(event.id())) {
                emitted.addAll(EvidenceWork.seeTo(desk, event));
            }
        }
        store(desk);
        return desk.shelf().published();
    }

    /** Takes a fact from the topic on which the service tells what it established. */
    void rebuild(FactFiled said, Inbound record) {
        Desk desk = new Desk(everything(List.of()), IDS);
        desk.file(Filed.of(said), record);
        store(desk);
    }

    /** Sees to whatever the service asked of itself. */
    void follow() {
        while (followed < emitted.size()) {
            followOne();
        }
    }

    /** Sees to the next thing that the service asked of itself. */
    void followOne() {
        while (followed < emitted.size()) {
            Message message = emitted.get(followed++);
            if (message.topic().equals(Topics.EVIDENCE_COMMANDS)) {
                handle(List.of(Happenings.read(message)));
                return;
            }
        }
    }

    /** What was emitted up to now goes no further, as while a restored store reads again. */
    void swallow() {
        followed = emitted.size();
    }

    private Map<SweepAwards, List<Swept>> swept(List<Inbound> batch) {
        Map<SweepAwards, List<Swept>> slices = new HashMap<>();
        for (Inbound event : batch) {
            if (event.data() instanceof SweepAwards sweep) {
                slices.put(sweep, slice(sweep));
            }
        }
        return slices;
    }

    private MoveBook.Loaded moving(List<Inbound> batch) {
        List<Slice> slices = new ArrayList<>();
        for (Inbound event : batch) {
            Part part = event.data() instanceof ContinueMove asked ? parts.get(asked.aggregate()) : null;
            if (part != null) {
                List<UUID> learners = underWay(part);
                slices.add(new Slice(part, learners, learners.size() < Part.SLICE));
            }
        }
        List<Move> underWay = parts.values().stream()
                .filter(part -> part.state() == Part.State.UNDER_WAY)
                .map(Part::move)
                .distinct()
                .toList();
        return new MoveBook.Loaded(slices, underWay, onwards());
    }

    /** The newest from each version. */
    private List<Move> onwards() {
        Map<AchievementKey, Move> newest = new HashMap<>();
        parts.values().stream()
                .map(Part::move)
                .sorted(Comparator.comparing(Move::begunAt).thenComparing(Move::id))
                .forEach(move -> newest.put(move.from(), move));
        return List.copyOf(newest.values());
    }

    /** In the order in which PostgreSQL compares ids. */
    private List<UUID> underWay(Part part) {
        Comparator<UUID> order = Comparator.comparing(UUID::toString);
        return dossiers.values().stream()
                .filter(dossier -> dossier.achievement().equals(part.move().from()))
                .map(dossier -> dossier.learner().id())
                .filter(id -> order.compare(id, part.reached()) > 0 && order.compare(id, part.last()) <= 0)
                .sorted(order)
                .limit(Part.SLICE)
                .toList();
    }

    /** How far moves are. */
    Collection<Part> parts() {
        return parts.values();
    }

    /** Keeps a draft of these awards. */
    void collect(Batch draft, Collection<UUID> collected) {
        batches.put(draft.id(), draft);
        items.put(draft.id(), new TreeSet<>(collected));
    }

    /** What was said of the awards of batches. */
    Map<UUID, ItemOutcome> outcomes() {
        return outcomes;
    }

    private boolean concerns(SweepAwards sweep, Award award) {
        Restraint lifted = restraints.get(sweep.sweep());
        return switch (sweep.kind()) {
            case LIFTED ->
                award.stand() instanceof Award.Stand.Withheld
                        && lifted != null
                        && lifted.scope().isOn(award.achievement());
            case APPROVED ->
                !outcomes.containsKey(award.id())
                        && items.getOrDefault(sweep.sweep(), Collections.emptySortedSet())
                                .contains(award.id());
        };
    }

    private List<Swept> slice(SweepAwards sweep) {
        return awards.values().stream()
                .filter(award -> concerns(sweep, award))
                .filter(award -> award.learner().tenant().equals(sweep.tenant()))
                .filter(award -> sweep.after() == null || award.id().compareTo(sweep.after()) > 0)
                .limit(Sweeps.SLICE)
                .map(award -> new Swept(award.id(), award.learner().id()))
                .toList();
    }

    /** Lets time pass: what is due by then falls due, in the order of its time. */
    void passTo(Instant now) {
        List<Timer> due = timers.values().stream()
                .filter(timer -> !timer.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Timer::dueAt))
                .toList();
        due.forEach(timer -> timers.remove(timer.name()));
        due.forEach(timer -> handle(List.of(Happenings.fellDue(timer))));
    }

    Collection<Timer> timers() {
        return timers.values();
    }

    Collection<Dossier> dossiers() {
        return dossiers.values();
    }

    Collection<Award> awards() {
        return awards.values();
    }

    Collection<ReviewTask> reviews() {
        return reviews.values();
    }

    Collection<Filed> facts() {
        return facts.values();
    }

    List<Message> emitted() {
        return emitted;
    }

    List<Answer> answers() {
        return answers;
    }

    private Loaded everything(List<Inbound> batch) {
        Map<Subject, List<AchievementKey>> asking = new HashMap<>();
        versions.forEach((key, version) -> version.subjects()
                .forEach(activity ->
                        asking.computeIfAbsent(activity, a -> new ArrayList<>()).add(key)));
        return new Loaded(
                List.copyOf(learners.values()),
                List.copyOf(facts.values()),
                List.copyOf(dossiers.values()),
                List.copyOf(awards.values()),
                List.copyOf(reviews.values()),
                List.copyOf(restraints.values()),
                List.copyOf(batches.values()),
                swept(batch),
                moving(batch),
                new Shelf.Loaded(
                        asking, Map.copyOf(versions), Map.copyOf(last), components(), Map.copyOf(retired), Map.of()));
    }

    private Map<String, Map<String, Set<String>>> components() {
        Map<String, Map<String, Set<String>>> components = new HashMap<>();
        versions.forEach((key, version) -> version.subjects().stream()
                .filter(subject -> subject.area().equals(Subject.CREDENTIAL))
                .forEach(subject -> components
                        .computeIfAbsent(key.tenant(), tenant -> new HashMap<>())
                        .computeIfAbsent(key.achievement(), achievement -> new HashSet<>())
                        .add(subject.name())));
        return components;
    }

    private void store(Desk desk) {
        desk.register().changed().forEach(learner -> learners.put(learner.key(), learner));
        desk.facts().added().forEach(filed -> facts.put(filed.fact().id(), filed));
        desk.folders().removed().forEach(dossiers::remove);
        desk.folders().changed().forEach(dossier -> dossiers.put(dossier.id(), dossier));
        desk.batches().approved().forEach(batch -> batches.put(batch.id(), batch));
        desk.batches().outcomes().values().forEach(outcomes::putAll);
        desk.restraints().changed().forEach(restraint -> restraints.put(restraint.id(), restraint));
        desk.ledger().changed().forEach(award -> awards.put(award.id(), award));
        desk.reviews()
                .gone()
                .forEach(person ->
                        reviews.values().removeIf(task -> task.learner().equals(person)));
        desk.reviews().changed().forEach(task -> reviews.put(task.id(), task));
        for (AchievementPublished version : desk.shelf().published()) {
            versions.put(AchievementKey.of(version), Version.of(version));
            last.put(Shelf.slot(version.tenant(), version.achievement()), version.version());
        }
        desk.shelf()
                .retirements()
                .forEach(version -> retired.put(AchievementKey.of(version.asPublished()), version.retiredAt()));
        desk.moves()
                .begun()
                .forEach(move -> Part.of(move).forEach(part -> parts.put(move.id() + "/" + part.number(), part)));
        desk.moves().changed().forEach(part -> parts.put(part.move().id() + "/" + part.number(), part));
        answers.addAll(desk.answers());
        desk.calendar().cancelled().forEach(timers::remove);
        desk.calendar().timers().forEach(timer -> timers.put(timer.name(), timer));
    }
}
