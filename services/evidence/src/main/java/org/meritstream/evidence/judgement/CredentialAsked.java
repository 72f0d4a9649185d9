package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;

/**
 * A credential that an achievement asks for.
 *
 * @param achievement its slug, or its id at its issuer
 * @param issuer id of its issuer, or null where it is this institution
 */
public record CredentialAsked(String achievement, @Nullable String issuer) {

    /** All of them, each once. */
    public static Stream<CredentialAsked> of(Achievement definition) {
        return definition.criteria().stream()
                .map(Criterion::rule)
                .flatMap(CredentialAsked::of)
                .distinct();
    }

    private static Stream<CredentialAsked> of(Rule rule) {
        Stream<CredentialAsked> alone = Leaves.of(rule, Rule.Credential.class)
                .map(credential -> new CredentialAsked(credential.achievement(), credential.issuer()));
        Stream<CredentialAsked> counted = Leaves.of(rule, Rule.Credits.class)
                .map(Rule.Credits::of)
                .flatMap(List::stream)
                .map(credential -> new CredentialAsked(credential.achievement(), credential.issuer()));
        return Stream.concat(alone, counted);
    }
}
