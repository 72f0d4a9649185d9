package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Skill;

/** The achievement as it stands in a credential: the same for every learner who earns this version. */
final class AchievementNode {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AchievementNode() {}

    static ObjectNode of(String address, int version, Achievement achievement) {
        ObjectNode node = JSON.objectNode();
        node.put("id", address);
        node.putArray("type").add("Achievement");
        node.put("achievementType", achievement.achievementType());
        node.put("name", achievement.name());
        node.put("description", achievement.description());
        node.put("inLanguage", achievement.language());
        node.put("version", Integer.toString(version));
        node.putObject("criteria").put("id", address).put("narrative", narrative(achievement));
        ects(achievement).ifPresent(ects -> node.put("creditsAvailable", ects));
        setUnlessEmpty(node, "alignment", alignments(achievement.skills()));
        setUnlessEmpty(node, "resultDescription", resultDescriptions(address, achievement.criteria()));
        ArrayNode tags = JSON.arrayNode();
        achievement.tags().forEach(tags::add);
        setUnlessEmpty(node, "tag", tags);
        return node;
    }

    /** Where a criterion's result is described; an IRI below the achievement's address. */
    static String resultAddress(String address, Criterion criterion) {
        return address + "#" + criterion.id();
    }

    /** Criteria in words (Markdown), and what a receiving institution needs to know of them. */
    private static String narrative(Achievement achievement) {
        StringBuilder text = new StringBuilder();
        for (Criterion criterion : achievement.criteria()) {
            text.append("- **")
                    .append(criterion.name())
                    .append("**: ")
                    .append(criterion.narrative())
                    .append('\n');
        }
        Recognition recognition = achievement.recognition();
        if (recognition != null) {
            fact(
                    text,
                    "Workload",
                    recognition.ects() == null ? null : recognition.ects().toPlainString() + " ECTS");
            fact(text, "Level", recognition.eqfLevel() == null ? null : "EQF " + recognition.eqfLevel());
            fact(text, "Assessment", recognition.assessmentType());
            fact(text, "Supervision and identity verification", recognition.supervision());
            fact(text, "Quality assurance", recognition.qualityAssurance());
        }
        return text.toString().strip();
    }

    private static void fact(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text.append('\n').append(name).append(": ").append(value).append('\n');
        }
    }

    private static Optional<java.math.BigDecimal> ects(Achievement achievement) {
        return Optional.ofNullable(achievement.recognition()).map(Recognition::ects);
    }

    private static ArrayNode alignments(List<Skill> skills) {
        ArrayNode alignments = JSON.arrayNode();
        for (Skill skill : skills) {
            ObjectNode node = alignments.addObject();
            node.putArray("type").add("Alignment");
            node.put("targetName", skill.targetName()).put("targetUrl", skill.targetUrl());
            putIfKnown(node, "targetCode", skill.targetCode());
            putIfKnown(node, "targetFramework", skill.targetFramework());
            putIfKnown(node, "targetType", skill.targetType());
        }
        return alignments;
    }

    private static ArrayNode resultDescriptions(String address, List<Criterion> criteria) {
        ArrayNode descriptions = JSON.arrayNode();
        for (Criterion criterion : criteria) {
            ResultScale scale = ResultScale.of(criterion);
            if (scale.kind() == ResultScale.Kind.NONE) {
                continue;
            }
            ObjectNode node = descriptions.addObject();
            node.put("id", resultAddress(address, criterion));
            node.putArray("type").add("ResultDescription");
            node.put("name", criterion.name());
            node.put("resultType", scale.kind() == ResultScale.Kind.PERCENT ? "Percent" : "RawScore");
            scale.required().ifPresent(required -> node.put("requiredValue", required));
            if (scale.kind() == ResultScale.Kind.PERCENT) {
                node.put("valueMin", "0").put("valueMax", "100");
            }
        }
        return descriptions;
    }

    private static void setUnlessEmpty(ObjectNode node, String member, ArrayNode values) {
        if (!values.isEmpty()) {
            node.set(member, values);
        }
    }

    private static void putIfKnown(ObjectNode node, String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(member, value);
        }
    }
}
