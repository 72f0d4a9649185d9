package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementImage;
import org.meritstream.events.Criterion;
import org.meritstream.events.LatePenalty;
import org.meritstream.events.Recognition;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Skill;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;

/**
 * What is wrong with an achievement's definition, all of it at once, so that an author mends a draft in one go.
 *
 * <p>What the contract's records refuse already (no criteria, two of one id, counts out of range) never gets here.
 */
final class DefinitionFaults {
    private static final int MOST_CRITERIA = 100;
    private static final Duration LONGEST = Duration.ofDays(3650);
    static final BigDecimal MOST_ECTS = new BigDecimal("600");
    private static final BigDecimal MOST_HOURS = new BigDecimal("18000");

    private final Faults faults = new Faults();

    private DefinitionFaults() {}

    static List<Fault> of(String slug, Achievement definition) {
        DefinitionFaults looking = new DefinitionFaults();
        looking.faults.slug(slug, "");
        looking.texts(definition);
        looking.criteria(definition);
        looking.skills(definition.skills());
        looking.recognition(definition.recognition());
        looking.image(definition.image());
        looking.resubmission(definition.resubmission());
        looking.release(definition);
        return looking.faults.found();
    }

    private void texts(Achievement definition) {
        faults.text(definition.name(), "/name", 200);
        faults.text(definition.description(), "/description", 5000);
        faults.unless(
                OpenBadgesTerms.isAchievementType(definition.achievementType()),
                "/achievementType",
                "is a term of Open Badges 3.0 such as MicroCredential, or starts with ext:");
        faults.unless(isLanguage(definition.language()), "/language", "is a BCP 47 tag such as en or de-AT");
        for (int i = 0; i < definition.tags().size(); i++) {
            faults.text(definition.tags().get(i), "/tags/" + i, 100);
        }
    }

    private void criteria(Achievement definition) {
        List<Criterion> criteria = definition.criteria();
        faults.unless(criteria.size() <= MOST_CRITERIA, "/criteria", "holds at most " + MOST_CRITERIA + " criteria");
        RuleFaults rules = new RuleFaults(faults);
        for (int i = 0; i < Math.min(criteria.size(), MOST_CRITERIA); i++) {
            String pointer = "/criteria/" + i;
            Criterion criterion = criteria.get(i);
            faults.slug(criterion.id(), pointer + "/id");
            faults.text(criterion.name(), pointer + "/name", 200);
            faults.text(criterion.narrative(), pointer + "/narrative", 5000);
            rules.of(criterion, pointer);
        }
    }

    private void skills(List<Skill> skills) {
        for (int i = 0; i < skills.size(); i++) {
            String pointer = "/skills/" + i;
            Skill skill = skills.get(i);
            faults.text(skill.targetName(), pointer + "/targetName", 500);
            faults.address(skill.targetUrl(), pointer + "/targetUrl");
            faults.optionalText(skill.targetCode(), pointer + "/targetCode", 500);
            faults.optionalText(skill.targetFramework(), pointer + "/targetFramework", 500);
            faults.unless(
                    skill.targetType() == null || OpenBadgesTerms.isTargetType(skill.targetType()),
                    pointer + "/targetType",
                    "is a term of Open Badges 3.0 such as ceasn:Competency, or starts with ext:");
        }
    }

    private void recognition(@Nullable Recognition recognition) {
        if (recognition == null) {
            return;
        }
        if (recognition.ects() != null) {
            faults.number(recognition.ects(), BigDecimal.ZERO, MOST_ECTS, "/recognition/ects");
        }
        if (recognition.hours() != null) {
            faults.number(recognition.hours(), BigDecimal.ZERO, MOST_HOURS, "/recognition/hours");
        }
        faults.optionalText(recognition.assessmentType(), "/recognition/assessmentType", 1000);
        faults.optionalText(recognition.supervision(), "/recognition/supervision", 1000);
        faults.optionalText(recognition.qualityAssurance(), "/recognition/qualityAssurance", 1000);
    }

    /** Whoever does not see the picture is told by its caption what it shows, so none goes without. */
    private void image(@Nullable AchievementImage image) {
        if (image != null) {
            faults.secureAddress(image.id(), "/image/id");
            faults.text(image.caption(), "/image/caption", 500);
        }
    }

    private void resubmission(@Nullable Resubmission resubmission) {
        if (resubmission == null) {
            return;
        }
        within(resubmission.coolDown(), "/resubmission/coolDown");
        within(resubmission.appealWithin(), "/resubmission/appealWithin");
        LatePenalty penalty = resubmission.latePenalty();
        if (penalty != null) {
            faults.number(penalty.perDay(), BigDecimal.ZERO, BigDecimal.ONE, "/resubmission/latePenalty/perDay");
            faults.number(penalty.most(), BigDecimal.ZERO, BigDecimal.ONE, "/resubmission/latePenalty/most");
            faults.unless(
                    resubmission.due() != null,
                    "/resubmission/latePenalty",
                    "needs a time that work can be later than: due");
        }
    }

    private void within(@Nullable Duration time, String pointer) {
        faults.unless(
                time == null || (time.isPositive() && time.compareTo(LONGEST) <= 0),
                pointer,
                "is more than nothing and at most " + LONGEST.toDays() + " days");
    }

    private void release(Achievement definition) {
        switch (definition.release()) {
            case AT_ONCE ->
                faults.unless(
                        definition.releaseAt() == null,
                        "/releaseAt",
                        "is for a release ON_DATE or AFTER_APPROVAL; an award that is released AT_ONCE waits for nothing");
            case ON_DATE ->
                faults.unless(definition.releaseAt() != null, "/releaseAt", "says when, where the release is ON_DATE");
            case AFTER_APPROVAL -> {}
        }
        faults.time(definition.releaseAt(), "/releaseAt");
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
