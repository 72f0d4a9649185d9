package org.meritstream.evidence.learn;

import java.util.List;
import java.util.Optional;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.judgement.Explanation.CriterionFinding;
import org.meritstream.evidence.judgement.Phrase;

/** Where a learner stands in an achievement, as far as it matters for what the learner does next. */
final class StandDecision {
    private StandDecision() {}

    /** Where one stands; in the order in which a learner wants to see them. */
    sealed interface Stand {

        /** Something is missing, and the learner can do something for it. */
        record ToDo() implements Stand {}

        /** Something is missing, and others have to act. */
        record Waiting() implements Stand {}

        /** Earned; the institution has yet to release it. */
        record Earned(Award award) implements Stand {}

        /** It would be held, but the institution holds it back for the time being. */
        record Withheld(Award.Stand.Withheld since) implements Stand {}

        /** Held. */
        record Held(Award award, Award.Stand.Conferred since) implements Stand {}
    }

    static Stand decide(Progress progress) {
        Optional<Award> standing =
                progress.awards().stream().filter(Award::stands).findFirst();
        if (standing.isPresent()) {
            Award award = standing.get();
            return switch (award.stand()) {
                case Award.Stand.Conferred since -> new Stand.Held(award, since);
                case Award.Stand.Withheld since -> new Stand.Withheld(since);
                case Award.Stand.Earned earned -> new Stand.Earned(award);
                case Award.Stand.Withdrawn withdrawn -> throw new IllegalStateException("It stands");
            };
        }
        List<CriterionFinding> missing = missing(progress);
        return missing.isEmpty() || !missing.stream().allMatch(StandDecision::waitsForOthers)
                ? new Stand.ToDo()
                : new Stand.Waiting();
    }

    /** The criteria that are not met yet, in the order of the achievement. */
    static List<CriterionFinding> missing(Progress progress) {
        return progress.dossier().explanation().criteria().stream()
                .filter(criterion -> criterion.finding().standing() != Standing.MET)
                .toList();
    }

    private static boolean waitsForOthers(CriterionFinding criterion) {
        return waits(criterion.finding().next().stream().map(Phrase::key).toList());
    }

    /**
     * Whether of what comes next nothing is the learner's to do.
     *
     * @param next keys of phrases; how many attempts are left is nothing to do
     */
    static boolean waits(List<String> next) {
        return next.stream().anyMatch(StandDecision::isWait)
                && next.stream().allMatch(key -> isWait(key) || key.startsWith("next.attempts."));
    }

    private static boolean isWait(String key) {
        return key.endsWith(".wait") || key.equals("next.review.moderation");
    }
}
