package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Recognition;
import org.meritstream.events.Skill;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.openbadges.ResultScale;
import org.meritstream.pages.Direction;

/**
 * What the public page of a version says: what it takes, which skills it shows, how much work at which level, and how it is assessed.
 *
 * @param language of the page's own words
 * @param contentLanguage of the texts that the institution wrote
 * @param newest the newest version, when it is not this one, else 0
 */
record AchievementPage(
        String language,
        String direction,
        String contentLanguage,
        String contentDirection,
        Achievement achievement,
        String kind,
        String needed,
        List<Shown> criteria,
        List<Skill> skills,
        List<Term> facts,
        String tenant,
        String id,
        int version,
        String published,
        int newest) {

    /** The page's own words; further languages follow by their message files. */
    static final String LANGUAGE = "en";

    /** Day before month, as most readers of English write it. */
    private static final Locale DATES = Locale.UK;

    /**
     * A criterion and how it is checked.
     *
     * @param checks as a tree of sentences
     */
    record Shown(String id, String name, String narrative, List<Check> checks) {}

    /** A sentence, and the sentences it introduces. */
    record Check(String text, List<Check> parts) {}

    /**
     * A line of the fact sheet.
     *
     * @param inContentLanguage whether the institution wrote the value
     */
    record Term(String name, String value, boolean inContentLanguage) {}

    static AchievementPage of(AchievementPublished version, int newest) {
        Words words = Words.in(LANGUAGE);
        Achievement achievement = version.definition();
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(DATES);
        return new AchievementPage(
                LANGUAGE,
                Direction.of(LANGUAGE),
                achievement.language(),
                Direction.of(achievement.language()),
                achievement,
                kind(achievement.achievementType()),
                words.say(RuleWords.of(
                        achievement.awardRule(), achievement.criteria().size())),
                achievement.criteria().stream()
                        .map(criterion -> shown(criterion, words))
                        .toList(),
                achievement.skills(),
                facts(achievement, words),
                version.tenant(),
                PublicAddress.id(version.tenant(), version.achievement()),
                version.version(),
                day.format(version.publishedAt().atOffset(ZoneOffset.UTC)),
                newest == version.version() ? 0 : newest);
    }

    private static Shown shown(Criterion criterion, Words words) {
        return new Shown(
                criterion.id(),
                criterion.name(),
                criterion.narrative(),
                List.of(check(RuleWords.of(criterion), words)));
    }

    private static Check check(RuleWords.Line line, Words words) {
        return new Check(
                words.say(line.phrase()),
                line.parts().stream().map(part -> check(part, words)).toList());
    }

    private static List<Term> facts(Achievement achievement, Words words) {
        List<Term> facts = new ArrayList<>();
        Recognition recognition = achievement.recognition();
        if (recognition != null) {
            if (recognition.ects() != null) {
                facts.add(term(
                        words, "workload", Phrase.of("page.fact.ects", "ects", ResultScale.plain(recognition.ects()))));
            }
            if (recognition.eqfLevel() != null) {
                facts.add(term(
                        words, "level", Phrase.of("page.fact.eqf", "level", String.valueOf(recognition.eqfLevel()))));
            }
            written(facts, words, "assessment", recognition.assessmentType());
            written(facts, words, "supervision", recognition.supervision());
            written(facts, words, "quality", recognition.qualityAssurance());
        }
        facts.add(term(words, "release", release(achievement)));
        facts.add(new Term(
                words.say(Phrase.of("page.term.language")),
                Locale.forLanguageTag(achievement.language()).getDisplayName(Locale.forLanguageTag(LANGUAGE)),
                false));
        return List.copyOf(facts);
    }

    private static Phrase release(Achievement achievement) {
        Instant at = achievement.releaseAt();
        return switch (achievement.release()) {
            case AT_ONCE -> Phrase.of("page.release.at-once");
            case ON_DATE -> Phrase.of("page.release.on-date", "at", String.valueOf(at));
            case AFTER_APPROVAL ->
                at == null
                        ? Phrase.of("page.release.after-approval")
                        : Phrase.of("page.release.after-approval-on-date", "at", at.toString());
        };
    }

    private static Term term(Words words, String name, Phrase value) {
        return new Term(words.say(Phrase.of("page.term." + name)), words.say(value), false);
    }

    private static void written(List<Term> facts, Words words, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Term(words.say(Phrase.of("page.term." + name)), value, true));
        }
    }

    /** {@code MicroCredential} as a reader writes it: Micro credential. */
    private static String kind(String achievementType) {
        String term = achievementType.replaceFirst("^ext:", "");
        if (term.equals("MicroCredential")) {
            return "Micro-credential";
        }
        String spaced = term.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
