package org.meritstream.evidence.catalogue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;
import org.meritstream.evidence.facts.Subject;

/** What an achievement looks at: what its rules ask for, and the achievement itself, in which somebody may be owed other terms. */
public final class Subjects {
    private Subjects() {}

    /** Each once. */
    public static Set<Subject> of(AchievementPublished published) {
        Stream<Subject> asked = published.definition().criteria().stream()
                .map(Criterion::rule)
                .flatMap(rule -> of(published.tenant(), rule));
        Subject itself = Subject.achievement(published.tenant(), published.achievement());
        return Stream.concat(Stream.of(itself), asked).collect(Collectors.toSet());
    }

    private static Stream<Subject> of(String tenant, Rule rule) {
        return switch (rule) {
            case Rule.ScoreAtLeast score -> Stream.of(Subject.activity(tenant, score.source(), score.activity()));
            case Rule.Completed completed ->
                Stream.of(Subject.activity(tenant, completed.source(), completed.activity()));
            case Rule.Outcome outcome -> Stream.of(Subject.activity(tenant, outcome.source(), outcome.activity()));
            case Rule.Weighted weighted ->
                weighted.parts().stream().map(part -> Subject.activity(tenant, part.source(), part.activity()));
            // What was handed in and what reviewers decided is about the achievement itself.
            case Rule.Artifact artifact -> Stream.empty();
            case Rule.Review review -> Stream.empty();
            case Rule.Credential credential -> Stream.of(Subject.credential(tenant, credential.achievement()));
            case Rule.Credits credits ->
                credits.of().stream().map(part -> Subject.credential(tenant, part.achievement()));
            case Rule.All all -> all.of().stream().flatMap(part -> of(tenant, part));
            case Rule.Any any -> any.of().stream().flatMap(part -> of(tenant, part));
            case Rule.AtLeast atLeast -> atLeast.of().stream().flatMap(part -> of(tenant, part));
        };
    }
}
