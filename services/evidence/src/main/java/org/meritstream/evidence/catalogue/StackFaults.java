package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.Recognition;
import org.meritstream.events.Rule;
import org.meritstream.evidence.catalogue.Components.Component;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;

/**
 * What is wrong with an achievement as a part of the tenant's catalogue: it can not be earned, or it is earned by itself.
 *
 * <p>A component has to be published before what is earned by it. So a stack can be earned from the moment it is published, and a name with a
 * slip in it is found while it can still be mended. Versions never change, so a circle can be closed only by a later version of a component;
 * that is looked for over every version of every achievement, because a learner may hold any of them.
 */
final class StackFaults {
    private static final int DEEPEST = 8;

    private final String itself;
    private final Surroundings others;
    private final List<Fault> faults = new ArrayList<>();

    private StackFaults(String itself, Surroundings others) {
        this.itself = itself;
        this.others = others;
    }

    static List<Fault> of(PublishAchievement asked, Surroundings others) {
        StackFaults looking = new StackFaults(asked.achievement(), others);
        int above = levels(looking.itself, looking.askedBy());
        Components.of(asked.definition()).forEach(component -> looking.component(component, above));
        Components.everyRule(asked.definition(), (rule, pointer) -> {
            if (rule instanceof Rule.Credits credits) {
                looking.credits(credits, pointer);
            }
        });
        return List.copyOf(looking.faults);
    }

    private void component(Component component, int above) {
        List<String> circle = circle(component.achievement());
        if (!circle.isEmpty()) {
            fault(component.pointer(), "closes a circle: " + String.join(", by ", circle));
        } else if (!others.newest().containsKey(component.achievement())) {
            fault(component.pointer(), "is the id of an achievement of this tenant that is published already");
        } else {
            int depth = above + 1 + levels(component.achievement(), others.asks());
            if (depth > DEEPEST) {
                fault(component.pointer(), "lies deeper than " + DEEPEST + " stacks within stacks");
            }
        }
    }

    private void credits(Rule.Credits credits, String pointer) {
        BigDecimal together = BigDecimal.ZERO;
        for (int i = 0; i < credits.of().size(); i++) {
            Rule.Credits.Counted part = credits.of().get(i);
            BigDecimal ects = part.issuer() == null ? stated(part.achievement()) : part.ects();
            if (ects == null) {
                return;
            }
            if (ects.signum() == 0 && part.issuer() == null) {
                fault(
                        pointer + "/of/" + i + "/achievement",
                        "is an achievement whose newest version states ECTS credits");
            }
            together = together.add(ects);
        }
        if (together.compareTo(credits.least()) < 0) {
            fault(pointer + "/least", "is at most what all of these count together: " + together.toPlainString());
        }
    }

    /** What the newest version of a component states, nothing being zero; null where there is no version. */
    private @Nullable BigDecimal stated(String achievement) {
        Version newest = others.newest().get(achievement);
        if (newest == null) {
            return null;
        }
        Recognition recognition = newest.published().definition().recognition();
        return recognition == null || recognition.ects() == null ? BigDecimal.ZERO : recognition.ects();
    }

    /** The way from this achievement over a component back to it; empty where there is none. */
    private List<String> circle(String component) {
        Map<String, String> before = new HashMap<>();
        Deque<String> coming = new ArrayDeque<>(List.of(component));
        before.put(component, itself);
        while (!coming.isEmpty()) {
            String achievement = coming.remove();
            if (achievement.equals(itself)) {
                return way(component, before);
            }
            for (String next : others.asks().getOrDefault(achievement, Set.of())) {
                if (before.putIfAbsent(next, achievement) == null) {
                    coming.add(next);
                }
            }
        }
        return List.of();
    }

    private List<String> way(String component, Map<String, String> before) {
        Deque<String> way = new ArrayDeque<>(List.of(itself));
        String achievement = itself;
        while (!achievement.equals(component)) {
            achievement = before.getOrDefault(achievement, component);
            way.addFirst(achievement);
        }
        way.addFirst(itself);
        return List.copyOf(way);
    }

    private Map<String, Set<String>> askedBy() {
        Map<String, Set<String>> askedBy = new HashMap<>();
        others.asks()
                .forEach((stack, components) ->
                        components.forEach(component -> askedBy.computeIfAbsent(component, name -> new HashSet<>())
                                .add(stack)));
        return askedBy;
    }

    /** How many steps the longest way takes; it ends beyond the deepest that is allowed, whatever is published. */
    private static int levels(String from, Map<String, Set<String>> next) {
        Set<String> reached = Set.of(from);
        int levels = 0;
        while (levels <= DEEPEST) {
            Set<String> further = new HashSet<>();
            reached.forEach(achievement -> further.addAll(next.getOrDefault(achievement, Set.of())));
            if (further.isEmpty()) {
                return levels;
            }
            reached = further;
            levels++;
        }
        return levels;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
