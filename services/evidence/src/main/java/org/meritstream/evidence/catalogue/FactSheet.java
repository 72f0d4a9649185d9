package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Recognition;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.openbadges.ResultScale;

/** The facts of an achievement in the reader's words: how much work, at which level, how it is assessed. */
final class FactSheet {
    private static final String TERM = "page.term.";
    /** What one ECTS credit stands for (ECTS Users' Guide 2015). */
    private static final BigDecimal LEAST_HOURS = new BigDecimal("25");

    private static final BigDecimal MOST_HOURS = new BigDecimal("30");

    private final Words words;

    FactSheet(Words words) {
        this.words = words;
    }

    /**
     * A line.
     *
     * @param written whether the institution wrote the value, so that it is in the institution's language
     */
    record Line(String name, String value, boolean written) {}

    /** What a learner asks first. */
    List<Line> glance(Achievement achievement) {
        List<Line> lines = new ArrayList<>();
        Recognition recognition = achievement.recognition();
        if (recognition != null) {
            workload(recognition).ifPresent(workload -> lines.add(line("workload", words.say(workload))));
            if (recognition.eqfLevel() != null) {
                lines.add(line("level", level("page.fact.eqf", recognition.eqfLevel())));
            }
        }
        lines.add(line("language", language(achievement.language())));
        lines.add(line("release", words.say(release(achievement))));
        Integer months = achievement.validForMonths();
        if (months != null) {
            lines.add(line("validity", words.say(Phrase.of("page.fact.validity", "months", months.toString()))));
        }
        return List.copyOf(lines);
    }

    /** What an employer or another institution asks. */
    List<Line> recognition(AchievementPublished version) {
        List<Line> lines = new ArrayList<>();
        Recognition recognition = version.definition().recognition();
        if (recognition != null) {
            written(lines, "assessment", recognition.assessmentType());
            written(lines, "supervision", recognition.supervision());
            written(lines, "quality", recognition.qualityAssurance());
        }
        Phrase published = Phrase.of(
                "page.published",
                "version",
                String.valueOf(version.version()),
                "published",
                version.publishedAt().toString());
        lines.add(line("version", words.say(published)));
        return List.copyOf(lines);
    }

    /** Workload and level in the fewest words, and the language. */
    List<String> brief(Achievement achievement) {
        List<String> facts = new ArrayList<>();
        Recognition recognition = achievement.recognition();
        if (recognition != null) {
            briefly(recognition).map(words::say).ifPresent(facts::add);
            if (recognition.eqfLevel() != null) {
                facts.add(level("catalogue.level", recognition.eqfLevel()));
            }
        }
        facts.add(language(achievement.language()));
        return List.copyOf(facts);
    }

    /** {@code MicroCredential} as a reader writes it. A kind of an institution's own stands as it is. */
    String kind(String achievementType) {
        Phrase kind = Phrase.of("page.kind." + achievementType);
        String said = words.say(kind);
        return said.equals(kind.key()) ? achievementType.replaceFirst("^ext:", "") : said;
    }

    /** A language by its name in the reader's language. */
    String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(words.language()));
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

    private String level(String key, int level) {
        return words.say(Phrase.of(key, "level", String.valueOf(level)));
    }

    private static Optional<Phrase> workload(Recognition recognition) {
        String ects = plain(recognition.ects());
        String hours = plain(recognition.hours());
        if (ects.isEmpty()) {
            return hours.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("page.fact.hours", "hours", hours));
        }
        return Optional.of(
                hours.isEmpty()
                        ? Phrase.of("page.fact.ects", "ects", ects)
                        : Phrase.of("page.fact.ects-hours", "ects", ects, "hours", hours));
    }

    private static Optional<Phrase> briefly(Recognition recognition) {
        String hours = plain(recognition.hours());
        BigDecimal ects = recognition.ects();
        if (ects == null) {
            return hours.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("catalogue.fact.hours", "hours", hours));
        }
        return Optional.of(
                hours.isEmpty()
                        ? Phrase.of(
                                "catalogue.fact.ects",
                                "ects",
                                plain(ects),
                                "least",
                                plain(ects.multiply(LEAST_HOURS)),
                                "most",
                                plain(ects.multiply(MOST_HOURS)))
                        : Phrase.of("catalogue.fact.ects-hours", "ects", plain(ects), "hours", hours));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : ResultScale.plain(number);
    }

    private Line line(String name, String value) {
        return new Line(words.say(Phrase.of(TERM + name)), value, false);
    }

    private void written(List<Line> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(new Line(words.say(Phrase.of(TERM + name)), value, true));
        }
    }
}
