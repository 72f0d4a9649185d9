package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule.Artifact;
import org.meritstream.events.Rule.CountingAttempt;

/** The rule {@code artifact}: a piece of work was handed in, in a form that will do. The same work again is no attempt. */
final class JudgeArtifact {
    private static final String RULE = "artifact";

    private JudgeArtifact() {}

    static Finding judge(Artifact rule, Question question) {
        Counting<Fact.Artifact> counting = new Counting<>(
                CountingAttempt.BEST, admitted -> single(rule, admitted.tried().work()), Levels.WORST_FIRST);
        Finding none = finding(rule, NOT_MET, "none").next(handIn(rule));
        return counting.of(Admissions.of(tries(rule, question.history()), question.terms()), none);
    }

    /** What was handed in for the rule, in its order. */
    static List<Try<Fact.Artifact>> tries(Artifact rule, History history) {
        List<Fact.Artifact> handedIn = history.all(Fact.Artifact.class)
                .filter(fact -> fact.artifact().equals(rule.artifact()))
                .sorted(Comparator.comparingInt(Fact.Artifact::number).thenComparing(Fact.ORDER))
                .toList();
        List<Try<Fact.Artifact>> tries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fact.Artifact fact : handedIn) {
            boolean repeated = !seen.add(fact.digest());
            tries.add(new Try<>(fact.number(), fact.submittedAt(), fact.id(), fact, repeated));
        }
        return tries;
    }

    private static Finding single(Artifact rule, Fact.Artifact fact) {
        Finding finding = fits(rule, fact)
                ? finding(rule, MET, "met")
                : finding(rule, NOT_MET, "media-type").next(handIn(rule));
        return finding.restingOn(fact, null);
    }

    /** Whether it is one of the kinds of file that will do. */
    static boolean fits(Artifact rule, Fact.Artifact fact) {
        return rule.mediaTypes().isEmpty() || rule.mediaTypes().contains(fact.mediaType());
    }

    private static Phrase handIn(Artifact rule) {
        return rule.mediaTypes().isEmpty()
                ? Phrase.of("next.artifact.hand-in", "artifact", rule.artifact())
                : Phrase.of(
                        "next.artifact.hand-in-as",
                        "artifact",
                        rule.artifact(),
                        "types",
                        String.join(", ", rule.mediaTypes()));
    }

    private static Finding finding(Artifact rule, Standing standing, String reason) {
        return Finding.of(RULE, standing, Phrase.of("finding.artifact." + reason, "artifact", rule.artifact()));
    }
}
