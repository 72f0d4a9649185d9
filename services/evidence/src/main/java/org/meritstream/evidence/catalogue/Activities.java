package org.meritstream.evidence.catalogue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;

/** Which activities the rules of an achievement ask for. */
public final class Activities {
    private Activities() {}

    /** Each once. */
    public static Set<ActivityKey> of(AchievementPublished published) {
        return published.definition().criteria().stream()
                .map(Criterion::rule)
                .flatMap(rule -> of(published.tenant(), rule))
                .collect(Collectors.toSet());
    }

    private static Stream<ActivityKey> of(String tenant, Rule rule) {
        return switch (rule) {
            case Rule.ScoreAtLeast score -> Stream.of(new ActivityKey(tenant, score.source(), score.activity()));
            case Rule.Completed completed ->
                Stream.of(new ActivityKey(tenant, completed.source(), completed.activity()));
            case Rule.Outcome outcome -> Stream.of(new ActivityKey(tenant, outcome.source(), outcome.activity()));
            case Rule.Weighted weighted ->
                weighted.parts().stream().map(part -> new ActivityKey(tenant, part.source(), part.activity()));
            // What these ask for is known here or comes by its own way, not from a platform's activity.
            case Rule.Artifact artifact -> Stream.empty();
            case Rule.Review review -> Stream.empty();
            case Rule.Credential credential -> Stream.empty();
            case Rule.All all -> all.of().stream().flatMap(part -> of(tenant, part));
            case Rule.Any any -> any.of().stream().flatMap(part -> of(tenant, part));
            case Rule.AtLeast atLeast -> atLeast.of().stream().flatMap(part -> of(tenant, part));
        };
    }
}
