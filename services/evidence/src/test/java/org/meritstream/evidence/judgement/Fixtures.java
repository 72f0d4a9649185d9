package org.meritstream.evidence.judgement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.AssessmentKind;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.Recognition;
import org.meritstream.events.RegradePolicy;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Rule.Measure;
import org.meritstream.events.Score;
import org.meritstream.events.SourceKind;
import org.meritstream.events.SourceRef;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.facts.Stated;

/** Achievements and facts for tests: small, named by what matters in them. */
public final class Fixtures {
    public static final String NORTHGATE = "northgate";
    public static final String SOUTHFIELD = "southfield";
    public static final UUID AMINA = UUID.fromString("11111111-1111-8111-8111-111111111111");
    public static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    public static final String SLUG = "data-literacy";
    public static final String ESSAY = "assignment/355";
    public static final String QUIZ = "quiz/12";
    public static final String COURSE = "course/565";

    static final String DIGEST = "sha-256:" + "0".repeat(64);
    static final UUID DELIVERY = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private Fixtures() {}

    /** The learners, then the accounts without a person, of random histories. */
    public static List<UUID> everybody() {
        return IntStream.of(1, 2, 3, 11, 12, 13)
                .mapToObj(number -> new UUID(0x8000L, 0x8000_0000_0000_0000L + number))
                .toList();
    }

    public static Rule.ScoreAtLeast share(String activity, String threshold, CountingAttempt attempt) {
        return new Rule.ScoreAtLeast("canvas", activity, new BigDecimal(threshold), Measure.SHARE, attempt);
    }

    public static Rule.ScoreAtLeast raw(String activity, String threshold) {
        return new Rule.ScoreAtLeast("canvas", activity, new BigDecimal(threshold), Measure.RAW, CountingAttempt.BEST);
    }

    public static Rule.Completed completion(String activity) {
        return new Rule.Completed("canvas", activity);
    }

    /** An achievement with one criterion per rule: c1, c2, … */
    public static AchievementPublished achievement(AwardRule awardRule, Rule... rules) {
        return version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, awardRule, rules);
    }

    public static AchievementPublished version(
            String tenant, int version, ReleasePolicy release, AwardRule awardRule, Rule... rules) {
        return version(tenant, version, new Release(release, null), awardRule, rules);
    }

    public static AchievementPublished version(
            String tenant, int version, Release release, AwardRule awardRule, Rule... rules) {
        List<Criterion> criteria = IntStream.range(0, rules.length)
                .mapToObj(i -> new Criterion("c" + (i + 1), "Criterion " + (i + 1), "Show it.", rules[i], null))
                .toList();
        Achievement definition = new Achievement(
                "Data literacy",
                "Reads and questions data.",
                "MicroCredential",
                "en",
                criteria,
                awardRule,
                List.of(),
                List.of("data"),
                null,
                release.policy(),
                null,
                release.at(),
                null,
                null,
                null);
        return new AchievementPublished(tenant, SLUG, version, definition, MORNING);
    }

    /** The same under another name. */
    public static AchievementPublished called(String slug, AchievementPublished version) {
        return new AchievementPublished(
                version.tenant(), slug, version.version(), version.definition(), version.publishedAt());
    }

    /** The same, stating a workload. */
    public static AchievementPublished worth(String ects, AchievementPublished version) {
        Achievement plain = version.definition();
        Achievement definition = new Achievement(
                plain.name(),
                plain.description(),
                plain.achievementType(),
                plain.language(),
                plain.criteria(),
                plain.awardRule(),
                plain.skills(),
                plain.tags(),
                new Recognition(new BigDecimal(ects), null, null, null, null, null),
                plain.release(),
                plain.resubmission(),
                plain.releaseAt(),
                plain.validForMonths(),
                plain.regrade(),
                plain.image());
        return new AchievementPublished(
                version.tenant(), version.achievement(), version.version(), definition, version.publishedAt());
    }

    /** The learner holds a credential for an achievement of the tenant. */
    public static Rule holds(String achievement) {
        return new Rule.Credential(achievement, null);
    }

    /** An essay whose latest mark counts, conferred at once, and what becomes of it after a regrade. */
    public static AchievementPublished regraded(RegradePolicy policy) {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        return regraded(policy, version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay));
    }

    /** The same version, but with what becomes of an award after a regrade. */
    public static AchievementPublished regraded(RegradePolicy policy, AchievementPublished version) {
        Achievement said = version.definition();
        Achievement definition = new Achievement(
                said.name(),
                said.description(),
                said.achievementType(),
                said.language(),
                said.criteria(),
                said.awardRule(),
                said.skills(),
                said.tags(),
                said.recognition(),
                said.release(),
                said.resubmission(),
                said.releaseAt(),
                said.validForMonths(),
                policy,
                said.image());
        return new AchievementPublished(
                version.tenant(), version.achievement(), version.version(), definition, version.publishedAt());
    }

    /** What is found of the one criterion with this rule. */
    static Finding finding(Rule rule, Fact... facts) {
        return EvaluateDecision.evaluate(achievement(AwardRule.ALL, rule), List.of(facts), MORNING)
                .explanation()
                .criteria()
                .getFirst()
                .finding();
    }

    /** A final result of the only attempt. */
    public static Fact.Completed mark(String id, String activity, String raw, @Nullable String max) {
        return Stated.completed(id, result(activity, score(raw, max)).build());
    }

    public static Score score(String raw, @Nullable String max) {
        return new Score(new BigDecimal(raw), null, max == null ? null : new BigDecimal(max));
    }

    public static Said result(String activity, @Nullable Score score) {
        return new Said(activity, AssessmentKind.RESULT).score(score);
    }

    public static Said completed(String activity) {
        return new Said(activity, AssessmentKind.COMPLETION);
    }

    public static Fact.Withdrawn withdrawal(String id, String activity, WithdrawalReason reason, Instant at) {
        return withdrawal(id, activity, reason, at, Attempt.UNKNOWN);
    }

    public static Fact.Withdrawn withdrawal(
            String id, String activity, WithdrawalReason reason, Instant at, Attempt attempt) {
        return Stated.withdrawn(id, withdrawn(activity, reason, at, attempt));
    }

    public static AssessmentWithdrawn withdrawn(String activity, WithdrawalReason reason, Instant at, Attempt attempt) {
        return new AssessmentWithdrawn(
                NORTHGATE,
                AMINA,
                false,
                source(),
                new ActivityRef(activity, ActivityKind.ASSIGNMENT),
                null,
                attempt,
                reason,
                at,
                at,
                DELIVERY,
                DIGEST);
    }

    static SourceRef source() {
        return new SourceRef("canvas", SourceKind.CANVAS_LIVE, "grade_change");
    }
}
