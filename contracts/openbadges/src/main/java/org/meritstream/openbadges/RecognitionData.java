package org.meritstream.openbadges;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Rule;

/**
 * What a receiving institution needs of an achievement, by the terms of {@link RecognitionContext}. Decimals are texts, because a proof would
 * cover a JSON number only as far as a double goes.
 */
public final class RecognitionData {
    private RecognitionData() {}

    /**
     * The node; empty where nothing is stated.
     *
     * @param address of the achievement's version
     */
    public static Optional<ObjectNode> of(String address, Achievement achievement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("type").add("Recognition");
        Recognition stated = achievement.recognition();
        if (stated != null) {
            put(node, "ects", plain(stated.ects()));
            put(node, "hours", plain(stated.hours()));
            if (stated.eqfLevel() != null) {
                node.put("eqfLevel", stated.eqfLevel());
            }
            put(node, "assessmentType", stated.assessmentType());
            put(node, "supervision", stated.supervision());
            put(node, "qualityAssurance", stated.qualityAssurance());
        }
        List<String> parts = buildsOn(address, achievement);
        if (!parts.isEmpty()) {
            ArrayNode addresses = node.putArray("buildsOn");
            parts.forEach(addresses::add);
        }
        return node.size() > 1 ? Optional.of(node) : Optional.empty();
    }

    private static void put(ObjectNode node, String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(member, value);
        }
    }

    /** XML Schema's decimals know no exponent. */
    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** Addresses of the achievements whose credentials count towards this one, in the order of its criteria; of our own without a version. */
    static List<String> buildsOn(String address, Achievement achievement) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Criterion criterion : achievement.criteria()) {
            collect(criterion.rule(), address, addresses);
        }
        return List.copyOf(addresses);
    }

    private static void collect(Rule rule, String address, Set<String> into) {
        switch (rule) {
            case Rule.Credential held ->
                into.add(held.issuer() == null ? sibling(address, held.achievement()) : held.achievement());
            case Rule.Credits credits ->
                credits.of()
                        .forEach(held -> into.add(
                                held.issuer() == null ? sibling(address, held.achievement()) : held.achievement()));
            case Rule.All all -> all.of().forEach(each -> collect(each, address, into));
            case Rule.Any any -> any.of().forEach(each -> collect(each, address, into));
            case Rule.AtLeast some -> some.of().forEach(each -> collect(each, address, into));
            case Rule.ScoreAtLeast ignored -> {}
            case Rule.Completed ignored -> {}
            case Rule.Outcome ignored -> {}
            case Rule.Artifact ignored -> {}
            case Rule.Review ignored -> {}
            case Rule.Weighted ignored -> {}
        }
    }

    /** {@code …/achievements/<tenant>.<slug>/<version>}: the same tenant's achievement of another name. */
    private static String sibling(String address, String slug) {
        String named = address.substring(0, address.lastIndexOf('/'));
        return named.substring(0, named.indexOf('.', named.lastIndexOf('/')) + 1) + slug;
    }
}
