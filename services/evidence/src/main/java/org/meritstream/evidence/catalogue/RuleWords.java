package org.meritstream.evidence.catalogue;

import java.util.List;
import java.util.Map;
import org.meritstream.events.AwardRule;
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

    static Line of(Rule rule) {
        return switch (rule) {
            case Rule.ScoreAtLeast score -> new Line(score(score), List.of());
            case Rule.Completed completed ->
                new Line(activity("page.rule.completion", completed.source(), completed.activity()), List.of());
            case Rule.All all -> composed(Phrase.of("page.rule.all"), all.of());
            case Rule.Any any -> composed(Phrase.of("page.rule.any"), any.of());
            case Rule.AtLeast atLeast ->
                composed(Phrase.of("page.rule.at-least", "count", String.valueOf(atLeast.count())), atLeast.of());
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
        String attempt = switch (score.attempt()) {
            case BEST -> "best";
            case LATEST -> "latest";
            case FIRST -> "first";
        };
        return where.with(Map.of("required", required, "attempt", attempt));
    }

    private static Phrase activity(String key, String source, String activity) {
        return Phrase.of(key, "source", source, "activity", activity);
    }

    private static Line composed(Phrase phrase, List<Rule> parts) {
        return new Line(phrase, parts.stream().map(RuleWords::of).toList());
    }
}
