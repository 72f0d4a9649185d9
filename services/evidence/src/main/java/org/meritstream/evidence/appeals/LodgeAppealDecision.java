package org.meritstream.evidence.appeals;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.judgement.Appealable;

/** Whether an appeal is heard. */
public final class LodgeAppealDecision {
    private LodgeAppealDecision() {}

    /** What becomes of an appeal. */
    public sealed interface Hearing {

        /** Another person looks again. */
        record Hear(Appealed fact) implements Hearing {}

        /** It was lodged before; whether it was decided since is seen there. */
        record LodgedBefore(String appeal) implements Hearing {}

        /** No version of the achievement is published. */
        record UnknownAchievement() implements Hearing {}

        /** Reviewers have not decided on the criterion, or there is none such. */
        record NothingDecided() implements Hearing {}

        /** The learner was never found to have done so in this achievement, or it was cleared. */
        record NoSuchFinding() implements Hearing {}

        /**
         * The policy takes no appeal any more.
         *
         * @param until when it took one
         */
        record TooLate(Instant until) implements Hearing {}

        /** It was decided on appeal. */
        record Final() implements Hearing {}
    }

    /**
     * What is appealed.
     *
     * @param published whether any version of the achievement is
     * @param decided what reviewers decided last, by each version that knows it
     * @param within how long after a finding of misconduct it may be appealed, or null for any time
     * @param facts of the learner in the achievement
     */
    public record Case(
            boolean published,
            List<Appealable> decided,
            @Nullable Duration within,
            List<Fact> facts) {}

    /**
     * Decides an appeal.
     *
     * @param id of the command, which the fact takes
     */
    public static Hearing decide(Case about, LodgeAppeal asked, String id, Instant now) {
        if (!about.published()) {
            return new Hearing.UnknownAchievement();
        }
        return asked.misconduct() == null
                ? againstReview(about, String.valueOf(asked.criterion()), id, now)
                : againstFinding(about, asked.misconduct().toString(), id, now);
    }

    private static Hearing againstReview(Case about, String criterion, String id, Instant now) {
        Appealable last = about.decided().stream()
                .max(Comparator.comparingInt(Appealable::number).thenComparing(Appealable::decidedAt))
                .orElse(null);
        if (last == null) {
            return new Hearing.NothingDecided();
        }
        Appealed before = appeals(about, criterion, last.number(), null);
        if (before != null) {
            return new Hearing.LodgedBefore(before.id());
        }
        if (last.heard()) {
            return new Hearing.Final();
        }
        Instant until = until(last.decidedAt(), last.within());
        return until != null && now.isAfter(until)
                ? new Hearing.TooLate(until)
                : new Hearing.Hear(new Appealed(id, criterion, last.number(), null, now));
    }

    private static Hearing againstFinding(Case about, String misconduct, String id, Instant now) {
        Fact.Misconduct finding = about.facts().stream()
                .filter(Fact.Misconduct.class::isInstance)
                .map(Fact.Misconduct.class::cast)
                .filter(found -> found.id().equals(misconduct))
                .findFirst()
                .orElse(null);
        if (finding == null || isCleared(about, misconduct)) {
            return new Hearing.NoSuchFinding();
        }
        Appealed before = appeals(about, null, null, misconduct);
        if (before != null) {
            return new Hearing.LodgedBefore(before.id());
        }
        Instant until = until(finding.foundAt(), about.within());
        return until != null && now.isAfter(until)
                ? new Hearing.TooLate(until)
                : new Hearing.Hear(new Appealed(id, null, null, misconduct, now));
    }

    private static @Nullable Appealed appeals(
            Case about, @Nullable String criterion, @Nullable Integer number, @Nullable String misconduct) {
        return about.facts().stream()
                .filter(Appealed.class::isInstance)
                .map(Appealed.class::cast)
                .filter(appeal -> Objects.equals(appeal.criterion(), criterion)
                        && Objects.equals(appeal.number(), number)
                        && Objects.equals(appeal.misconduct(), misconduct))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCleared(Case about, String misconduct) {
        return about.facts().stream().anyMatch(fact -> switch (fact) {
            case Fact.Cleared cleared -> cleared.misconduct().equals(misconduct);
            case Settled settled -> settled.misconduct().equals(misconduct) && !settled.stands();
            default -> false;
        });
    }

    private static @Nullable Instant until(Instant decided, @Nullable Duration within) {
        return within == null ? null : decided.plus(within);
    }
}
