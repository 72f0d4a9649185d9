package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule;

/** Whether everything is there that a criterion wants handed in, as a kind of file that will do. */
final class HandedIn {
    private HandedIn() {}

    /**
     * @param number of the try; what was handed in before and not replaced stands
     */
    static boolean all(Rule rule, History history, int number) {
        return Boolean.TRUE.equals(of(rule, history, number));
    }

    /** Null where the rule asks for nothing to be handed in. */
    private static @Nullable Boolean of(Rule rule, History history, int number) {
        if (rule instanceof Rule.Artifact artifact) {
            return history.all(Fact.Artifact.class)
                    .filter(fact -> fact.artifact().equals(artifact.artifact()) && fact.number() <= number)
                    .anyMatch(fact -> JudgeArtifact.fits(artifact, fact));
        }
        List<Boolean> parts = Leaves.inside(rule).stream()
                .map(part -> of(part, history, number))
                .filter(Objects::nonNull)
                .toList();
        if (parts.isEmpty()) {
            return null;
        }
        int needed = switch (rule) {
            case Rule.Any any -> 1;
            case Rule.AtLeast atLeast -> Math.min(atLeast.count(), parts.size());
            default -> parts.size();
        };
        return parts.stream().filter(there -> there).count() >= needed;
    }
}
