package org.meritstream.evidence.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.Resubmission;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.appeals.LodgeAppealDecision;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Hearing;
import org.meritstream.evidence.judgement.Appealable;

/**
 * What persons decided of a learner's work: their feedback once the decision stands, and whether it may still be appealed, by the decision
 * that the appeal itself will meet. Why misconduct was found is not for the learner's page: that text is the registrars'.
 *
 * @param facts that evidence established of the learner in the achievement
 * @param texts what reviewers wrote, by the ids of their decisions
 */
record Reviewed(AchievementPublished version, List<Fact> facts, Map<String, String> texts, Instant now) {
    /** Only whether it would be heard is asked, not why. */
    private static final String ANY_REASON = "sha-256:" + "0".repeat(64);

    private static final UUID ANYBODY = new UUID(0, 0);

    /**
     * What a reviewer wrote.
     *
     * @param number of the try
     */
    record Feedback(int number, ReviewSeat seat, Instant at, String text) {}

    /**
     * A finding of misconduct.
     *
     * @param settled what an appeal came to, or null
     * @param feedback what was written with that, or null
     */
    record Found(
            Fact.Misconduct finding,
            Hearing hearing,
            @Nullable Settled settled,
            @Nullable String feedback) {}

    /** The decisions whose texts a learner may read. */
    static List<String> decisions(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Review || fact instanceof Settled)
                .map(Fact::id)
                .toList();
    }

    /** The newest first. While a second reviewer or a moderator has yet to decide, the first one's words are not shown. */
    List<Feedback> feedback(String criterion) {
        Appealable last = Appealable.of(version, criterion, facts);
        if (last == null) {
            return List.of();
        }
        List<Feedback> feedback = new ArrayList<>();
        all(Fact.Review.class)
                .filter(review -> review.criterion().equals(criterion) && review.number() <= last.number())
                .sorted(Comparator.comparing(Fact.Review::reviewedAt).reversed())
                .forEach(review -> {
                    String text = texts.get(review.id());
                    if (text != null && !text.isBlank()) {
                        feedback.add(new Feedback(review.number(), seat(review), review.reviewedAt(), text));
                    }
                });
        return List.copyOf(feedback);
    }

    /** Decisions of before there were seats say only whether they settle. */
    private static ReviewSeat seat(Fact.Review review) {
        ReviewSeat seat = review.seat();
        if (seat != null) {
            return seat;
        }
        return review.moderation() ? ReviewSeat.MODERATION : ReviewSeat.FIRST;
    }

    /** What would become of an appeal against what reviewers decided on a criterion. */
    Hearing hearing(String criterion) {
        Appealable last = Appealable.of(version, criterion, facts);
        return last != null && last.heard()
                ? new Hearing.Final()
                : decide(criterion, null, last == null ? List.of() : List.of(last));
    }

    /** The findings of misconduct, the newest first; what a registrar cleared is as if it had never been. */
    List<Found> findings() {
        return all(Fact.Misconduct.class)
                .sorted(Comparator.comparing(Fact.Misconduct::foundAt).reversed())
                .map(this::found)
                .filter(found -> found.settled() != null || !(found.hearing() instanceof Hearing.NoSuchFinding))
                .toList();
    }

    private Found found(Fact.Misconduct finding) {
        Settled settled = all(Settled.class)
                .filter(one -> one.misconduct().equals(finding.id()))
                .findFirst()
                .orElse(null);
        return new Found(
                finding,
                decide(null, finding.id(), List.of()),
                settled,
                settled == null ? null : texts.get(settled.id()));
    }

    private Hearing decide(@Nullable String criterion, @Nullable String misconduct, List<Appealable> decided) {
        LodgeAppeal asked = new LodgeAppeal(
                version.tenant(),
                ANYBODY,
                version.achievement(),
                criterion,
                misconduct == null ? null : UUID.fromString(misconduct),
                ANY_REASON);
        var about = new LodgeAppealDecision.Case(true, decided, within(), facts);
        return LodgeAppealDecision.decide(about, asked, "asked", now);
    }

    private @Nullable Duration within() {
        Resubmission policy = version.definition().resubmission();
        return policy == null ? null : policy.appealWithin();
    }

    private <F extends Fact> Stream<F> all(Class<F> form) {
        return facts.stream().filter(form::isInstance).map(form::cast);
    }
}
