package org.meritstream.evidence.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Rule;
import org.meritstream.events.Skill;

/**
 * A version as Open Badges 3.0 says it (section B.1.2, Achievement): what its address answers to programs. Every member that may have
 * several values is an array, empty ones are left out.
 */
final class OpenBadgesAchievement {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private OpenBadgesAchievement() {}

    /**
     * The document.
     *
     * @param publicUrl the address the world sees, without a trailing slash
     */
    static ObjectNode of(AchievementPublished published, String publicUrl) {
        Achievement definition = published.definition();
        String address = publicUrl + PublicAddress.path(AchievementKey.of(published));
        ObjectNode node = JSON.objectNode();
        CONTEXTS.forEach(node.putArray("@context")::add);
        node.put("id", address);
        node.putArray("type").add("Achievement");
        node.put("name", definition.name());
        node.put("description", definition.description());
        node.put("achievementType", definition.achievementType());
        node.put("inLanguage", definition.language());
        node.put("version", String.valueOf(published.version()));
        ObjectNode creator = node.putObject("creator");
        creator.put("id", publicUrl + "/issuers/" + published.tenant());
        creator.putArray("type").add("Profile");
        node.putObject("criteria").put("id", address).put("narrative", narrative(definition));
        Recognition recognition = definition.recognition();
        if (recognition != null && recognition.ects() != null) {
            node.put("creditsAvailable", recognition.ects());
        }
        setUnlessEmpty(node, "alignment", alignments(definition.skills()));
        setUnlessEmpty(node, "resultDescription", resultDescriptions(address, definition.criteria()));
        ArrayNode tags = JSON.arrayNode();
        definition.tags().forEach(tags::add);
        setUnlessEmpty(node, "tag", tags);
        return node;
    }

    /**
     * The criteria in words (Markdown). Open Badges has no member for level, workload, supervision and quality assurance, so they stand
     * here, where every wallet shows them.
     */
    private static String narrative(Achievement definition) {
        StringBuilder text = new StringBuilder();
        for (Criterion criterion : definition.criteria()) {
            text.append("- **").append(criterion.name()).append("**: ");
            text.append(criterion.narrative()).append('\n');
        }
        Recognition recognition = definition.recognition();
        if (recognition != null) {
            line(
                    text,
                    "Workload",
                    recognition.ects() == null ? null : recognition.ects().toPlainString() + " ECTS");
            line(text, "Level", recognition.eqfLevel() == null ? null : "EQF " + recognition.eqfLevel());
            line(text, "Assessment", recognition.assessmentType());
            line(text, "Supervision and identity verification", recognition.supervision());
            line(text, "Quality assurance", recognition.qualityAssurance());
        }
        return text.toString().strip();
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append('\n').append(name).append(": ").append(value).append('\n');
        }
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

    /** One for each criterion that rests on a mark of one activity: as a percentage where its rule is one, else in marks. */
    private static ArrayNode resultDescriptions(String address, List<Criterion> criteria) {
        ArrayNode descriptions = JSON.arrayNode();
        for (Criterion criterion : criteria) {
            if (criterion.rule() instanceof Rule.ScoreAtLeast score) {
                ObjectNode node = descriptions.addObject();
                node.put("id", address + "#" + criterion.id());
                node.putArray("type").add("ResultDescription");
                node.put("name", criterion.name());
                scale(node, score);
            }
        }
        return descriptions;
    }

    private static void scale(ObjectNode node, Rule.ScoreAtLeast score) {
        switch (score.measure()) {
            case SHARE -> {
                node.put("resultType", "Percent");
                node.put("requiredValue", Numbers.plain(score.threshold().movePointRight(2)));
                node.put("valueMin", "0").put("valueMax", "100");
            }
            case RAW -> {
                node.put("resultType", "RawScore");
                node.put("requiredValue", Numbers.plain(score.threshold()));
            }
        }
    }

    private static void setUnlessEmpty(ObjectNode node, String member, ArrayNode values) {
        if (!values.isEmpty()) {
            node.set(member, values);
        }
    }

    private static void putIfKnown(ObjectNode node, String member, @Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
    }
}
