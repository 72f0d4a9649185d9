package org.meritstream.evidence.judgement;

import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.LatePenalty;
import org.meritstream.events.Resubmission;
import org.meritstream.events.Resubmission.CarryOver;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rubric;
import org.meritstream.events.Rule;

/** Facts that no platform tells, and the policies and rubrics that they are judged by. */
public final class FactFixtures {
    static final String REPORT = "report";
    static final Rubric RUBRIC = new Rubric(List.of(level("weak", "0"), level("good", "2"), level("excellent", "3.5")));
    static final Resubmission NO_LIMITS = new Resubmission(null, null, null, null, CarryOver.NOTHING);

    private FactFixtures() {}

    static Instant day(int day) {
        return MORNING.plus(Duration.ofDays(day));
    }

    static Rubric.Level level(String id, String points) {
        return new Rubric.Level(
                id, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1), null, new BigDecimal(points));
    }

    static Resubmission atMost(int attempts) {
        return new Resubmission(attempts, null, null, null, CarryOver.NOTHING);
    }

    static Resubmission coolDown(Duration coolDown) {
        return new Resubmission(null, coolDown, null, null, CarryOver.NOTHING);
    }

    static Resubmission due(Instant due) {
        return new Resubmission(null, null, due, null, CarryOver.NOTHING);
    }

    static Resubmission dueOrLate(Instant due, String perDay, String most) {
        LatePenalty penalty = new LatePenalty(new BigDecimal(perDay), new BigDecimal(most));
        return new Resubmission(null, null, due, penalty, CarryOver.NOTHING);
    }

    /** An achievement whose criteria c1, c2, … have these rules, a rubric and a policy. */
    public static AchievementPublished achievement(@Nullable Resubmission policy, AwardRule awardRule, Rule... rules) {
        AchievementPublished plain = Fixtures.achievement(awardRule, rules);
        Achievement definition = plain.definition();
        List<Criterion> criteria = IntStream.range(0, rules.length)
                .mapToObj(i -> new Criterion("c" + (i + 1), "Criterion " + (i + 1), "Show it.", rules[i], RUBRIC))
                .toList();
        return new AchievementPublished(
                plain.tenant(),
                plain.achievement(),
                plain.version(),
                new Achievement(
                        definition.name(),
                        definition.description(),
                        definition.achievementType(),
                        definition.language(),
                        criteria,
                        awardRule,
                        definition.skills(),
                        definition.tags(),
                        definition.recognition(),
                        definition.release(),
                        policy,
                        definition.releaseAt(),
                        definition.validForMonths(),
                        definition.regrade(),
                        definition.image()),
                plain.publishedAt());
    }

    /** What is found of the one criterion c1 by this rule and policy. */
    static Finding finding(@Nullable Resubmission policy, Rule rule, Fact... facts) {
        return EvaluateDecision.evaluate(achievement(policy, AwardRule.ALL, rule), List.of(facts), day(100))
                .explanation()
                .criteria()
                .getFirst()
                .finding();
    }

    /** What became of each attempt, by its key. */
    static List<String> attempts(Finding finding) {
        return Grounds.of(finding.grounds()).attempts().stream()
                .map(attempt -> attempt.number() + " " + attempt.said().key())
                .toList();
    }

    static List<String> next(Finding finding) {
        return finding.next().stream().map(Words.in("en")::say).toList();
    }

    static Fact.Review review(String id, int number, String reviewer, @Nullable String level) {
        return new Fact.Review(id, "c1", number, reviewer, false, null, level, day(number), day(number), null);
    }

    static Fact.Review seated(String id, int number, String reviewer, String level, ReviewSeat seat) {
        boolean settles = seat == ReviewSeat.MODERATION || seat == ReviewSeat.APPEAL;
        return new Fact.Review(id, "c1", number, reviewer, settles, null, level, day(number), day(number + 2), seat);
    }

    static Fact.Review moderation(String id, int number, String level) {
        return new Fact.Review(id, "c1", number, "moderator", true, null, level, day(number), day(number + 1), null);
    }

    static Fact.Review verdict(String id, int number, String reviewer, boolean passed) {
        return new Fact.Review(id, "c1", number, reviewer, false, passed, null, day(number), day(number), null);
    }

    static Fact.Artifact artifact(String id, int number, String content) {
        return new Fact.Artifact(id, REPORT, number, "sha-256:" + content.repeat(64), "application/pdf", day(number));
    }

    static Fact.Misconduct misconduct(Instant found, boolean barring) {
        return new Fact.Misconduct("misconduct", "c1", barring, found);
    }

    static Fact.Accommodation extraAttempts(int extra) {
        return new Fact.Accommodation("accommodation", "c1", extra, false, null, MORNING);
    }
}
