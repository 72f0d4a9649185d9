package org.meritstream.evidence.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.Simulation;
import org.meritstream.evidence.catalogue.PublishDecision;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;

/** What these facts would prove of an achievement. It holds for a definition what holds for one that is to be published. */
public final class SimulateDecision {
    /** The name and version of a definition that has none. */
    private static final String UNNAMED = "draft";

    private static final int FIRST = 1;

    private SimulateDecision() {}

    /** What is answered. */
    public sealed interface Answer {

        /**
         * The facts prove this.
         *
         * @param leftAside ids of the facts that are later than the question's now
         */
        record Judged(AchievementPublished version, Evaluation evaluation, List<String> leftAside) implements Answer {}

        /** There is no such version. */
        record Unknown() implements Answer {}

        /** The question is not fit to be answered. */
        record Faulty(List<Fault> faults) implements Answer {}
    }

    /**
     * Answers a question.
     *
     * @param tenant of whoever asks
     * @param named the version that the question names, or null where there is none such
     */
    public static Answer decide(String tenant, Simulation asked, @Nullable AchievementPublished named) {
        List<Fault> faults = contradictions(asked.facts());
        if (!faults.isEmpty()) {
            return new Answer.Faulty(faults);
        }
        Achievement definition = asked.achievement().definition();
        if (definition == null) {
            return named == null ? new Answer.Unknown() : judged(named, asked);
        }
        return switch (publication(tenant, asked, definition)) {
            case Publication.Publish publish -> judged(publish.version(), asked);
            case Publication.Faulty faulty -> new Answer.Faulty(below("/achievement/definition", faulty.faults()));
            case Publication.NotNext notNext -> new Answer.Unknown();
        };
    }

    private static Publication publication(String tenant, Simulation asked, Achievement definition) {
        String id = asked.achievement().id();
        Integer version = asked.achievement().version();
        int number = version == null ? FIRST : version;
        return PublishDecision.decide(
                new PublishAchievement(tenant, id == null ? UNNAMED : id, number, definition), number - 1, asked.now());
    }

    private static Answer judged(AchievementPublished version, Simulation asked) {
        List<Fact> known = new ArrayList<>();
        List<String> leftAside = new ArrayList<>();
        for (Fact fact : asked.facts()) {
            if (fact.ownTime().isAfter(asked.now())) {
                leftAside.add(fact.id());
            } else {
                known.add(fact);
            }
        }
        return new Answer.Judged(
                version,
                EvaluateDecision.evaluate(version, known, asked.now()),
                leftAside.stream().distinct().sorted().toList());
    }

    /** The same fact may be said twice, but not in two ways. */
    private static List<Fault> contradictions(List<Fact> facts) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Fact> byId = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            Fact former = byId.putIfAbsent(fact.id(), fact);
            if (former != null && !former.equals(fact)) {
                faults.add(new Fault("/facts/" + i + "/id", "is the id of another fact as well"));
            }
        }
        return faults;
    }

    private static List<Fault> below(String pointer, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(pointer + fault.pointer(), fault.detail()))
                .toList();
    }
}
