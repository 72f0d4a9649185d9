package org.meritstream.openbadges;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementImage;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Rubric;
import org.meritstream.events.Skill;

/**
 * A version of an achievement as Open Badges 3.0 says it (section B.1.2, Achievement), the same for every learner who earns it. Every
 * member that may have several values is an array, empty ones are left out. Where it has a member {@code recognition}, whoever writes the
 * document names {@link RecognitionContext}, too. Pure: the same version always gives the same bytes.
 */
public final class OpenBadgesAchievement {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenBadgesAchievement() {}

    /**
     * The node.
     *
     * @param address the version's own, which is its id
     */
    public static ObjectNode of(String address, int version, Achievement achievement) {
        ObjectNode node = JSON.objectNode();
        node.put("id", address);
        node.putArray("type").add("Achievement");
        node.put("achievementType", achievement.achievementType());
        node.put("name", achievement.name());
        node.put("description", achievement.description());
        node.set("image", image(address, achievement));
        node.put("inLanguage", achievement.language());
        node.put("version", Integer.toString(version));
        node.putObject("criteria").put("id", address).put("narrative", narrative(address, achievement));
        Recognition recognition = achievement.recognition();
        if (recognition != null && recognition.ects() != null) {
            node.put("creditsAvailable", recognition.ects());
        }
        setUnlessEmpty(node, "alignment", alignments(achievement.skills()));
        setUnlessEmpty(node, "resultDescription", resultDescriptions(address, achievement.criteria()));
        ArrayNode tags = JSON.arrayNode();
        achievement.tags().forEach(tags::add);
        setUnlessEmpty(node, "tag", tags);
        RecognitionData.of(address, achievement).ifPresent(data -> node.set("recognition", data));
        return node;
    }

    /** Where a criterion's result is described; an IRI below the achievement's address. */
    public static String resultAddress(String address, Criterion criterion) {
        return address + "#" + criterion.id();
    }

    /** Where a level of a criterion's rubric is described. */
    public static String levelAddress(String address, Criterion criterion, String level) {
        return resultAddress(address, criterion) + "/" + level;
    }

    /** How many of the criteria had to be met, where not all of them; Open Badges has no member for it. Said before they are listed. */
    public static Optional<String> choice(Achievement achievement) {
        int all = achievement.criteria().size();
        int needed = achievement.needed();
        return needed == all ? Optional.empty() : Optional.of("At least " + needed + " of these " + all);
    }

    /**
     * The criteria in words (Markdown). Open Badges has no member for level, workload, supervision and quality assurance, so they stand
     * here, where every wallet shows them, besides in {@link RecognitionData}.
     */
    private static String narrative(String address, Achievement achievement) {
        StringBuilder text = new StringBuilder();
        choice(achievement).ifPresent(choice -> text.append(choice).append(":\n\n"));
        for (Criterion criterion : achievement.criteria()) {
            text.append("- **").append(criterion.name()).append("**: ");
            text.append(criterion.narrative()).append('\n');
        }
        Recognition recognition = achievement.recognition();
        if (recognition != null) {
            line(text, "Workload", amount(recognition.ects(), " ECTS"));
            line(text, "Workload", amount(recognition.hours(), " hours"));
            line(text, "Level", recognition.eqfLevel() == null ? null : "EQF " + recognition.eqfLevel());
            line(text, "Assessment", recognition.assessmentType());
            line(text, "Supervision and identity verification", recognition.supervision());
            line(text, "Quality assurance", recognition.qualityAssurance());
        }
        line(text, "Builds on", String.join(", ", RecognitionData.buildsOn(address, achievement)));
        return text.toString().strip();
    }

    /**
     * The picture that its author chose, else the badge that is drawn of it: wallets show what stands here and nothing else. Its caption is
     * the achievement's name, which is all that the badge says in the achievement's own language.
     */
    private static ObjectNode image(String address, Achievement achievement) {
        AchievementImage chosen = achievement.image();
        ObjectNode node = JSON.objectNode();
        node.put("id", chosen == null ? BadgeAddress.png(address) : chosen.id()).put("type", "Image");
        return node.put("caption", chosen == null ? achievement.name() : chosen.caption());
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text.append('\n').append(name).append(": ").append(value).append('\n');
        }
    }

    private static @Nullable String amount(@Nullable BigDecimal number, String unit) {
        return number == null ? null : number.toPlainString() + unit;
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

    /** One for each criterion that knows a mark: as a percentage where its rule is one, else in marks. */
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
            node.put("resultType", scale.resultType());
            scale.required().ifPresent(required -> node.put("requiredValue", required));
            if (scale.kind() == ResultScale.Kind.PERCENT) {
                node.put("valueMin", "0").put("valueMax", "100");
            }
            if (criterion.rubric() != null && scale.level() != null) {
                node.put("requiredLevel", levelAddress(address, criterion, scale.level()));
                node.set("rubricCriterionLevel", levels(address, criterion, criterion.rubric()));
            }
        }
        return descriptions;
    }

    private static ArrayNode levels(String address, Criterion criterion, Rubric rubric) {
        ArrayNode levels = JSON.arrayNode();
        for (Rubric.Level level : rubric.levels()) {
            ObjectNode node = levels.addObject();
            node.put("id", levelAddress(address, criterion, level.id()));
            node.putArray("type").add("RubricCriterionLevel");
            node.put("name", level.name());
            putIfKnown(node, "description", level.description());
            node.put("level", level.id());
            node.put("points", ResultScale.plain(level.points()));
        }
        return levels;
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
