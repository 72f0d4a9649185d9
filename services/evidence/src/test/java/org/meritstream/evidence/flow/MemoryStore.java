package org.meritstream.evidence.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.ReviewTask;
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
    private final Set<String> handled = new HashSet<>();
    private final List<Message> emitted = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, Timer> timers = new TreeMap<>();

    /** Handles a batch as the loop does: duplicates left aside, one desk for the rest. What was published. */
    List<AchievementPublished> handle(List<Inbound> batch) {
        Desk desk = new Desk(everything(), IDS);
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
        Desk desk = new Desk(everything(), IDS);
        desk.file(Filed.of(said), record);
        store(desk);
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

    private Loaded everything() {
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
                new Shelf.Loaded(asking, Map.copyOf(versions), Map.copyOf(last), components(), Map.of()));
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
        answers.addAll(desk.answers());
        desk.calendar().cancelled().forEach(timers::remove);
        desk.calendar().timers().forEach(timer -> timers.put(timer.name(), timer));
    }
}
