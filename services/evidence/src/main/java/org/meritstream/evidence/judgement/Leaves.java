package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.stream.Stream;
import org.meritstream.events.Rule;

/** The rules of one kind in a rule, however deep they are. */
final class Leaves {
    private Leaves() {}

    static <R extends Rule> Stream<R> of(Rule rule, Class<R> kind) {
        return kind.isInstance(rule)
                ? Stream.of(kind.cast(rule))
                : inside(rule).stream().flatMap(part -> of(part, kind));
    }

    static List<Rule> inside(Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.of();
            case Rule.Any any -> any.of();
            case Rule.AtLeast atLeast -> atLeast.of();
            case Rule.ScoreAtLeast score -> List.of();
            case Rule.Completed completed -> List.of();
            case Rule.Outcome outcome -> List.of();
            case Rule.Artifact artifact -> List.of();
            case Rule.Review review -> List.of();
            case Rule.Credential credential -> List.of();
            case Rule.Weighted weighted -> List.of();
            case Rule.Credits credits -> List.of();
        };
    }
}
