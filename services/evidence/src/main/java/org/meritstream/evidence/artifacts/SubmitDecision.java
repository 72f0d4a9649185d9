package org.meritstream.evidence.artifacts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.evidence.judgement.AdmitDecision;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;

/** What becomes of a submission. */
public final class SubmitDecision {
    private SubmitDecision() {}

    /** The answer. */
    public sealed interface Submission {

        /** The roster does not know the learner. */
        record UnknownLearner() implements Submission {}

        /** No version of the achievement is published. */
        record UnknownAchievement() implements Submission {}

        /** Nothing new counts any more. */
        record Retired(Instant since) implements Submission {}

        /** By the rules of a version. */
        record Entered(Entry entry) implements Submission {}
    }

    /**
     * What it is about.
     *
     * @param known whether the roster knows the learner
     * @param versions of the achievement that are published
     * @param facts of the learner in the achievement
     */
    public record Case(boolean known, List<Offered> versions, List<Fact> facts) {}

    /**
     * A version as it is open to a learner.
     *
     * @param closedAt since when nothing new of theirs counts by it, or null: it was retired, and they were never awarded it
     */
    public record Offered(
            AchievementPublished version, @Nullable Instant closedAt) {
        /** Whether work that is handed in then may count by it. */
        public boolean isOpen(Instant now) {
            return closedAt == null || !now.isAfter(closedAt);
        }
    }

    /** Decides by the newest open version that asks for the work: every version judges the fact, but one has to say whether it is taken. */
    public static Submission decide(Case about, Work work, Instant now) {
        return decide(about, now, version -> AdmitDecision.decide(version, about.facts(), work, now));
    }

    /** What would become of work that is handed in now, were it of a kind that will do and like nothing of before. */
    public static Submission foresee(Case about, String artifact, Instant now) {
        return decide(about, now, version -> AdmitDecision.foresee(version, about.facts(), artifact, now));
    }

    private static Submission decide(Case about, Instant now, Function<AchievementPublished, Entry> admit) {
        if (!about.known()) {
            return new Submission.UnknownLearner();
        }
        if (about.versions().isEmpty()) {
            return new Submission.UnknownAchievement();
        }
        return closed(about, now).<Submission>map(Submission.Retired::new).orElseGet(() -> entered(about, now, admit));
    }

    /** Since when no version is open, if none is. */
    private static Optional<Instant> closed(Case about, Instant now) {
        return about.versions().stream().anyMatch(offered -> offered.isOpen(now))
                ? Optional.empty()
                : about.versions().stream()
                        .map(Offered::closedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
    }

    private static Submission entered(Case about, Instant now, Function<AchievementPublished, Entry> admit) {
        return new Submission.Entered(about.versions().stream()
                .filter(offered -> offered.isOpen(now))
                .map(Offered::version)
                .sorted(Comparator.comparingInt(AchievementPublished::version).reversed())
                .map(admit)
                .filter(entry -> !(entry instanceof Entry.NotAsked))
                .findFirst()
                .orElseGet(Entry.NotAsked::new));
    }
}
