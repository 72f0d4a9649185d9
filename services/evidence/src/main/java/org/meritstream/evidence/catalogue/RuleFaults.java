package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;

/** What is wrong with a criterion's rubric, its rule and the rules inside that. */
final class RuleFaults {
    private static final int DEEPEST = 8;
    private static final int MOST_RULES = 200;
    private static final int MOST_LEVELS = 50;
    private static final BigDecimal MOST_MARKS = new BigDecimal("1000000");
    private static final BigDecimal LEAST_WEIGHT = new BigDecimal("0.000001");
    private static final BigDecimal LEAST_ECTS = new BigDecimal("0.01");
    private static final String MEDIA_TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}";

    private final Faults faults;
    private int rules;

    RuleFaults(Faults faults) {
        this.faults = faults;
    }

    /** Looks at one criterion; the bound on the number of rules holds for the whole achievement. */
    void of(Criterion criterion, String pointer) {
        Rubric rubric = criterion.rubric();
        if (rubric != null) {
            rubric(rubric.levels(), pointer + "/rubric/levels");
        }
        of(criterion.rule(), rubric, pointer + "/rule", 1);
    }

    private void of(Rule rule, @Nullable Rubric rubric, String pointer, int depth) {
        if (depth > DEEPEST) {
            faults.unless(false, pointer, "lies deeper than " + DEEPEST + " rules within rules");
            return;
        }
        if (!counts(pointer)) {
            return;
        }
        switch (rule) {
            case Rule.ScoreAtLeast score -> score(score, pointer);
            case Rule.Completed completed -> activity(completed.source(), completed.activity(), pointer);
            case Rule.Outcome outcome -> {
                activity(outcome.source(), outcome.activity(), pointer);
                level(outcome.level(), rubric, pointer);
            }
            case Rule.Artifact artifact -> artifact(artifact, pointer);
            case Rule.Review review -> level(review.level(), rubric, pointer);
            case Rule.Credential credential -> credential(credential.achievement(), credential.issuer(), pointer);
            case Rule.Weighted weighted -> weighted(weighted, pointer);
            case Rule.Credits credits -> credits(credits, pointer);
            case Rule.All all -> parts(all.of(), rubric, pointer, depth);
            case Rule.Any any -> parts(any.of(), rubric, pointer, depth);
            case Rule.AtLeast atLeast -> parts(atLeast.of(), rubric, pointer, depth);
        }
    }

    /** Whether there may be one rule more. */
    private boolean counts(String pointer) {
        rules++;
        if (rules == MOST_RULES + 1) {
            faults.unless(false, pointer, "is one rule too many: an achievement has at most " + MOST_RULES);
        }
        return rules <= MOST_RULES;
    }

    private void parts(List<Rule> parts, @Nullable Rubric rubric, String pointer, int depth) {
        for (int i = 0; i < parts.size(); i++) {
            of(parts.get(i), rubric, pointer + "/of/" + i, depth + 1);
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

    private void artifact(Rule.Artifact artifact, String pointer) {
        faults.slug(artifact.artifact(), pointer + "/artifact");
        for (int i = 0; i < artifact.mediaTypes().size(); i++) {
            boolean right = artifact.mediaTypes().get(i).matches(MEDIA_TYPE);
            faults.unless(right, pointer + "/mediaTypes/" + i, "is a media type in lower case such as application/pdf");
        }
    }

    private void credential(String achievement, @Nullable String issuer, String pointer) {
        if (issuer == null) {
            faults.slug(achievement, pointer + "/achievement");
        } else {
            faults.address(achievement, pointer + "/achievement");
            faults.text(issuer, pointer + "/issuer", 2000);
        }
    }

    private void credits(Rule.Credits credits, String pointer) {
        faults.number(credits.least(), LEAST_ECTS, DefinitionFaults.MOST_ECTS, pointer + "/least");
        Set<Rule.Credits.Counted> counted = new HashSet<>();
        for (int i = 0; i < credits.of().size(); i++) {
            Rule.Credits.Counted part = credits.of().get(i);
            String at = pointer + "/of/" + i;
            if (counts(at)) {
                credential(part.achievement(), part.issuer(), at);
                boolean once = counted.add(new Rule.Credits.Counted(part.achievement(), part.issuer(), null));
                faults.unless(once, at + "/achievement", "is named by another of these as well, and would count twice");
                ects(part, at + "/ects");
            }
        }
    }

    /** What a credential of another issuer counts is for this tenant to say; its own achievements say it themselves. */
    private void ects(Rule.Credits.Counted part, String pointer) {
        faults.unless(
                (part.ects() == null) == (part.issuer() == null),
                pointer,
                "is there where there is an issuer, and only there: an achievement of this tenant counts what its version states");
        if (part.ects() != null) {
            faults.number(part.ects(), LEAST_ECTS, DefinitionFaults.MOST_ECTS, pointer);
        }
    }

    private void weighted(Rule.Weighted weighted, String pointer) {
        faults.number(weighted.threshold(), BigDecimal.ZERO, BigDecimal.ONE, pointer + "/threshold");
        for (int i = 0; i < weighted.parts().size(); i++) {
            Rule.Weighted.Part part = weighted.parts().get(i);
            String at = pointer + "/parts/" + i;
            if (counts(at)) {
                activity(part.source(), part.activity(), at);
                faults.number(part.weight(), LEAST_WEIGHT, MOST_MARKS, at + "/weight");
            }
        }
    }

    private void rubric(List<Rubric.Level> levels, String pointer) {
        faults.unless(levels.size() <= MOST_LEVELS, pointer, "holds at most " + MOST_LEVELS + " levels");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < Math.min(levels.size(), MOST_LEVELS); i++) {
            Rubric.Level level = levels.get(i);
            String at = pointer + "/" + i;
            faults.slug(level.id(), at + "/id");
            faults.unless(ids.add(level.id()), at + "/id", "is the id of another level as well");
            faults.text(level.name(), at + "/name", 200);
            faults.optionalText(level.description(), at + "/description", 2000);
            faults.number(level.points(), BigDecimal.ZERO, MOST_MARKS, at + "/points");
            boolean rises = i == 0 || level.points().compareTo(levels.get(i - 1).points()) > 0;
            faults.unless(rises, at + "/points", "is more than the points of the level before");
        }
    }

    private void level(@Nullable String level, @Nullable Rubric rubric, String pointer) {
        boolean known = level == null || (rubric != null && rubric.rank(level).isPresent());
        faults.unless(known, pointer + "/level", "is the id of a level of the criterion's rubric");
    }

    private void activity(String source, String activity, String pointer) {
        faults.slug(source, pointer + "/source");
        faults.text(activity, pointer + "/activity", 2000);
    }
}
