package org.meritstream.evidence.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.openbadges.ResultScale;

/** Rules as phrases for the public page. */
final class RuleWords {
    private RuleWords() {}

    /**
     * A rule in words.
     *
     * @param parts the rules inside a composed one
     */
    record Line(Phrase phrase, List<Line> parts) {}

    static Line of(Criterion criterion) {
        return of(criterion.rule(), criterion.rubric());
    }

    private static Line of(Rule rule, @Nullable Rubric rubric) {
        return switch (rule) {
            case Rule.ScoreAtLeast score -> new Line(score(score), List.of());
            case Rule.Completed completed ->
                new Line(activity("page.rule.completion", completed.source(), completed.activity()), List.of());
            case Rule.Outcome outcome -> new Line(outcome(outcome, rubric), List.of());
            case Rule.Artifact artifact ->
                new Line(Phrase.of("page.rule.artifact", "artifact", artifact.artifact()), List.of());
            case Rule.Review review -> new Line(review(review, rubric), List.of());
            case Rule.Credential credential ->
                new Line(Phrase.of("page.rule.credential", "achievement", credential.achievement()), List.of());
            case Rule.Weighted weighted -> weighted(weighted);
            case Rule.Credits credits -> credits(credits);
            case Rule.All all -> composed(Phrase.of("page.rule.all"), all.of(), rubric);
            case Rule.Any any -> composed(Phrase.of("page.rule.any"), any.of(), rubric);
            case Rule.AtLeast atLeast ->
                composed(
                        Phrase.of("page.rule.at-least", "count", String.valueOf(atLeast.count())),
                        atLeast.of(),
                        rubric);
        };
    }

    /** How many of the criteria are needed. */
    static Phrase of(AwardRule rule, int criteria) {
        String count = String.valueOf(rule.count());
        String total = String.valueOf(criteria);
        return switch (rule.kind()) {
            case ALL -> Phrase.of(all(criteria), "total", total);
            case ANY -> Phrase.of("page.needed.any", "total", total);
            case AT_LEAST -> Phrase.of("page.needed.at-least", "count", count, "total", total);
        };
    }

    private static String all(int criteria) {
        return switch (criteria) {
            case 1 -> "page.needed.one";
            case 2 -> "page.needed.both";
            default -> "page.needed.all";
        };
    }

    private static Phrase score(Rule.ScoreAtLeast score) {
        String required = switch (score.measure()) {
            case SHARE -> ResultScale.plain(score.threshold().movePointRight(2)) + " %";
            case RAW -> ResultScale.plain(score.threshold());
        };
        String key = switch (score.measure()) {
            case SHARE -> "page.rule.score.share";
            case RAW -> "page.rule.score.raw";
        };
        Phrase where = activity(key, score.source(), score.activity());
        return where.with(Map.of("required", required, "attempt", attempt(score.attempt())));
    }

    private static Phrase activity(String key, String source, String activity) {
        return Phrase.of(key, "source", source, "activity", activity);
    }

    private static Phrase outcome(Rule.Outcome outcome, @Nullable Rubric rubric) {
        String level = outcome.level();
        return level == null
                ? activity("page.rule.outcome", outcome.source(), outcome.activity())
                : activity("page.rule.outcome-level", outcome.source(), outcome.activity())
                        .with(Map.of("level", name(level, rubric)));
    }

    private static Phrase review(Rule.Review review, @Nullable Rubric rubric) {
        String reviewers = String.valueOf(review.reviewers());
        String level = review.level();
        return level == null
                ? Phrase.of("page.rule.review", "reviewers", reviewers)
                : Phrase.of("page.rule.review-level", "reviewers", reviewers, "level", name(level, rubric));
    }

    private static String name(String level, @Nullable Rubric rubric) {
        return rubric == null
                ? level
                : rubric.rank(level)
                        .map(rank -> rubric.levels().get(rank).name())
                        .orElse(level);
    }

    private static Line weighted(Rule.Weighted weighted) {
        String required = ResultScale.plain(weighted.threshold().movePointRight(2)) + " %";
        List<Line> parts = weighted.parts().stream()
                .map(part -> activity("page.rule.weighted.part", part.source(), part.activity())
                        .with(Map.of("weight", ResultScale.plain(part.weight()), "attempt", attempt(part.attempt()))))
                .map(phrase -> new Line(phrase, List.of()))
                .toList();
        return new Line(Phrase.of("page.rule.weighted", "required", required), parts);
    }

    private static Line credits(Rule.Credits credits) {
        List<Line> parts = credits.of().stream()
                .map(part -> new Line(credits(part), List.of()))
                .toList();
        return new Line(Phrase.of("page.rule.credits", "required", ResultScale.plain(credits.least())), parts);
    }

    private static Phrase credits(Rule.Credits.Counted part) {
        return part.ects() == null
                ? Phrase.of("page.rule.credits.part", "achievement", part.achievement())
                : Phrase.of(
                        "page.rule.credits.part-of-another",
                        "achievement",
                        part.achievement(),
                        "ects",
                        ResultScale.plain(part.ects()));
    }

    private static String attempt(Rule.CountingAttempt attempt) {
        return switch (attempt) {
            case BEST -> "best";
            case LATEST -> "latest";
            case FIRST -> "first";
        };
    }

    private static Line composed(Phrase phrase, List<Rule> parts, @Nullable Rubric rubric) {
        return new Line(phrase, parts.stream().map(part -> of(part, rubric)).toList());
    }
}
