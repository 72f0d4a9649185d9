package org.meritstream.evidence.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meritstream.events.Achievement;
import org.meritstream.events.Rule;

/** The achievements of the same tenant that an achievement is earned by: what makes it a stack. */
public final class Components {
    private Components() {}

    /**
     * One place at which a component is named.
     *
     * @param achievement its name within the tenant
     * @param pointer JSON Pointer (RFC 6901) into the definition
     */
    record Component(String achievement, String pointer) {}

    /** Every place, in the order of the definition. */
    static List<Component> of(Achievement definition) {
        List<Component> components = new ArrayList<>();
        everyRule(definition, (rule, pointer) -> components.addAll(named(rule, pointer)));
        return components;
    }

    /** Looks at every rule, those inside others too, with the place where it stands. */
    static void everyRule(Achievement definition, BiConsumer<Rule, String> look) {
        IntStream.range(0, definition.criteria().size())
                .forEach(i -> look(definition.criteria().get(i).rule(), "/criteria/" + i + "/rule", look));
    }

    private static void look(Rule rule, String pointer, BiConsumer<Rule, String> look) {
        look.accept(rule, pointer);
        List<Rule> inside = inside(rule);
        for (int i = 0; i < inside.size(); i++) {
            look(inside.get(i), pointer + "/of/" + i, look);
        }
    }

    private static List<Rule> inside(Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.of();
            case Rule.Any any -> any.of();
            case Rule.AtLeast atLeast -> atLeast.of();
            case Rule.ScoreAtLeast ignored -> List.of();
            case Rule.Completed ignored -> List.of();
            case Rule.Outcome ignored -> List.of();
            case Rule.Artifact ignored -> List.of();
            case Rule.Review ignored -> List.of();
            case Rule.Weighted ignored -> List.of();
            case Rule.Credential ignored -> List.of();
            case Rule.Credits ignored -> List.of();
        };
    }

    private static List<Component> named(Rule rule, String pointer) {
        return switch (rule) {
            case Rule.Credential credential
            when credential.issuer() == null ->
                List.of(new Component(credential.achievement(), pointer + "/achievement"));
            case Rule.Credits credits ->
                IntStream.range(0, credits.of().size())
                        .filter(i -> credits.of().get(i).issuer() == null)
                        .mapToObj(i ->
                                new Component(credits.of().get(i).achievement(), pointer + "/of/" + i + "/achievement"))
                        .toList();
            default -> List.of();
        };
    }

    /** Their names, each once. */
    public static Stream<String> names(Achievement definition) {
        return of(definition).stream().map(Component::achievement).distinct();
    }
}
