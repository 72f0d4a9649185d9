package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;

/**
 * A credential of another issuer that an achievement counts.
 *
 * @param achievement its id at its issuer
 * @param issuer id of its issuer
 */
public record ForeignAsked(String achievement, String issuer) {

    /** All of them, each once, in the order of the rules. */
    public static List<ForeignAsked> of(Achievement definition) {
        return definition.criteria().stream()
                .map(Criterion::rule)
                .flatMap(ForeignAsked::of)
                .distinct()
                .toList();
    }

    private static Stream<ForeignAsked> of(Rule rule) {
        return switch (rule) {
            case Rule.Credential credential -> one(credential.achievement(), credential.issuer());
            case Rule.Credits credits -> credits.of().stream().flatMap(part -> one(part.achievement(), part.issuer()));
            case Rule.All all -> all.of().stream().flatMap(ForeignAsked::of);
            case Rule.Any any -> any.of().stream().flatMap(ForeignAsked::of);
            case Rule.AtLeast atLeast -> atLeast.of().stream().flatMap(ForeignAsked::of);
            case Rule.ScoreAtLeast other -> Stream.empty();
            case Rule.Completed other -> Stream.empty();
            case Rule.Outcome other -> Stream.empty();
            case Rule.Weighted other -> Stream.empty();
            case Rule.Artifact other -> Stream.empty();
            case Rule.Review other -> Stream.empty();
        };
    }

    private static Stream<ForeignAsked> one(String achievement, @Nullable String issuer) {
        return issuer == null ? Stream.empty() : Stream.of(new ForeignAsked(achievement, issuer));
    }
}
