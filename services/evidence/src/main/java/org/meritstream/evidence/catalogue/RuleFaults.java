package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.meritstream.events.Rule;

/** What is wrong with a rule and the rules inside it. */
final class RuleFaults {
    private static final int DEEPEST = 8;
    private static final int MOST_RULES = 200;
    private static final BigDecimal MOST_MARKS = new BigDecimal("1000000");

    private final Faults faults;
    private int rules;

    RuleFaults(Faults faults) {
        this.faults = faults;
    }

    /** Looks at one criterion's rule; the bound on their number holds for the whole achievement. */
    void of(Rule rule, String pointer) {
        of(rule, pointer, 1);
    }

    private void of(Rule rule, String pointer, int depth) {
        if (depth > DEEPEST) {
            faults.unless(false, pointer, "lies deeper than " + DEEPEST + " rules within rules");
            return;
        }
        rules++;
        if (rules == MOST_RULES + 1) {
            faults.unless(false, pointer, "is one rule too many: an achievement has at most " + MOST_RULES);
        }
        if (rules > MOST_RULES) {
            return;
        }
        switch (rule) {
            case Rule.ScoreAtLeast score -> score(score, pointer);
            case Rule.Completed completed -> activity(completed.source(), completed.activity(), pointer);
            case Rule.All all -> parts(all.of(), pointer, depth);
            case Rule.Any any -> parts(any.of(), pointer, depth);
            case Rule.AtLeast atLeast -> parts(atLeast.of(), pointer, depth);
        }
    }

    private void parts(List<Rule> parts, String pointer, int depth) {
        for (int i = 0; i < parts.size(); i++) {
            of(parts.get(i), pointer + "/of/" + i, depth + 1);
        }
    }

    private void score(Rule.ScoreAtLeast score, String pointer) {
        activity(score.source(), score.activity(), pointer);
        BigDecimal most = switch (score.measure()) {
            case SHARE -> BigDecimal.ONE;
            case RAW -> MOST_MARKS;
        };
        faults.number(score.threshold(), BigDecimal.ZERO, most, pointer + "/threshold");
    }

    private void activity(String source, String activity, String pointer) {
        faults.slug(source, pointer + "/source");
        faults.text(activity, pointer + "/activity", 2000);
    }
}
