package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Skill;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.openbadges.ResultScale;

/** What differs between two versions, in phrases: what changes for learners first, then what others are told. Criteria are told apart by id. */
final class VersionChanges {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final List<Phrase> changes = new ArrayList<>();

    private VersionChanges() {}

    static List<Phrase> of(Achievement before, Achievement after) {
        VersionChanges looking = new VersionChanges();
        looking.criteria(byId(before), byId(after));
        looking.needed(before, after);
        looking.differs(before.resubmission(), after.resubmission(), "change.resubmission");
        boolean released = before.release() == after.release() && Objects.equals(before.releaseAt(), after.releaseAt());
        looking.unless(released, Phrase.of("change.release"));
        looking.differs(before.regrade(), after.regrade(), "change.regrade");
        looking.differs(before.validForMonths(), after.validForMonths(), "change.validity");
        looking.recognition(before.recognition(), after.recognition());
        looking.skills(before.skills(), after.skills());
        looking.texts(before, after);
        looking.differs(before.image(), after.image(), "change.image");
        return List.copyOf(looking.changes);
    }

    private void unless(boolean same, Phrase change) {
        if (!same) {
            changes.add(change);
        }
    }

    private void differs(@Nullable Object before, @Nullable Object after, String key) {
        unless(Objects.equals(before, after), Phrase.of(key));
    }

    private void criteria(Map<String, Criterion> before, Map<String, Criterion> after) {
        before.values().stream()
                .filter(criterion -> !after.containsKey(criterion.id()))
                .forEach(gone -> changes.add(Phrase.of("change.criterion.removed", "name", gone.name())));
        for (Criterion criterion : after.values()) {
            Criterion former = before.get(criterion.id());
            if (former == null) {
                changes.add(Phrase.of("change.criterion.added", "name", criterion.name()));
            } else {
                criterion(former, criterion);
            }
        }
    }

    private void criterion(Criterion before, Criterion after) {
        String name = after.name();
        unless(before.name().equals(name), Phrase.of("change.criterion.renamed", BEFORE, before.name(), AFTER, name));
        unless(before.narrative().equals(after.narrative()), Phrase.of("change.criterion.narrative", "name", name));
        unless(Objects.equals(before.rubric(), after.rubric()), Phrase.of("change.criterion.rubric", "name", name));
        changes.addAll(RuleChanges.of(before, after));
    }

    private void needed(Achievement before, Achievement after) {
        int former = before.needed();
        int now = after.needed();
        if (former != now) {
            changes.add(Phrase.of(
                    former < now ? "change.needed.raised" : "change.needed.lowered",
                    BEFORE,
                    String.valueOf(former),
                    AFTER,
                    String.valueOf(now)));
        }
    }

    private void recognition(@Nullable Recognition before, @Nullable Recognition after) {
        number("change.ects", before == null ? null : before.ects(), after == null ? null : after.ects());
        number("change.hours", before == null ? null : before.hours(), after == null ? null : after.hours());
        number("change.level", level(before), level(after));
        unless(Objects.equals(told(before), told(after)), Phrase.of("change.recognition"));
    }

    private static @Nullable BigDecimal level(@Nullable Recognition recognition) {
        Integer level = recognition == null ? null : recognition.eqfLevel();
        return level == null ? null : BigDecimal.valueOf(level);
    }

    private static List<@Nullable String> told(@Nullable Recognition recognition) {
        List<@Nullable String> told = new ArrayList<>();
        if (recognition != null) {
            told.add(recognition.assessmentType());
            told.add(recognition.supervision());
            told.add(recognition.qualityAssurance());
            told.removeIf(Objects::isNull);
        }
        return told;
    }

    private void number(String key, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        boolean same = before == null ? after == null : after != null && before.compareTo(after) == 0;
        unless(same, Phrase.of(key, BEFORE, plain(before), AFTER, plain(after)));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "–" : ResultScale.plain(number);
    }

    private void skills(List<Skill> before, List<Skill> after) {
        after.stream()
                .filter(skill -> !before.contains(skill))
                .forEach(skill -> changes.add(Phrase.of("change.skill.added", "name", skill.targetName())));
        before.stream()
                .filter(skill -> !after.contains(skill))
                .forEach(skill -> changes.add(Phrase.of("change.skill.removed", "name", skill.targetName())));
    }

    private void texts(Achievement before, Achievement after) {
        unless(
                before.name().equals(after.name()),
                Phrase.of("change.name", BEFORE, before.name(), AFTER, after.name()));
        boolean same = before.description().equals(after.description())
                && before.language().equals(after.language())
                && before.achievementType().equals(after.achievementType())
                && before.tags().equals(after.tags());
        unless(same, Phrase.of("change.texts"));
    }

    private static Map<String, Criterion> byId(Achievement achievement) {
        return achievement.criteria().stream()
                .collect(Collectors.toMap(
                        Criterion::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
