package org.meritstream.evidence.artifacts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
    public record Case(boolean known, List<AchievementPublished> versions, List<Fact> facts) {}

    /** Decides by the newest version that asks for the work: every version judges the fact, but one has to say whether it is taken. */
    public static Submission decide(Case about, Work work, Instant now) {
        return decide(about, version -> AdmitDecision.decide(version, about.facts(), work, now));
    }

    /** What would become of work that is handed in now, were it of a kind that will do and like nothing of before. */
    public static Submission foresee(Case about, String artifact, Instant now) {
        return decide(about, version -> AdmitDecision.foresee(version, about.facts(), artifact, now));
    }

    private static Submission decide(Case about, Function<AchievementPublished, Entry> admit) {
        if (!about.known()) {
            return new Submission.UnknownLearner();
        }
        if (about.versions().isEmpty()) {
            return new Submission.UnknownAchievement();
        }
        return new Submission.Entered(about.versions().stream()
                .sorted(Comparator.comparingInt(AchievementPublished::version).reversed())
                .map(admit)
                .filter(entry -> !(entry instanceof Entry.NotAsked))
                .findFirst()
                .orElseGet(Entry.NotAsked::new));
    }
}
