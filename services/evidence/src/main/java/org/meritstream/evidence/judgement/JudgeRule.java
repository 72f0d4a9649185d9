package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;

import java.util.List;
import java.util.Locale;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Rule;

/** What a rule says of a learner's facts; composed rules ask the rules inside them. */
final class JudgeRule {
    private JudgeRule() {}

    static Finding judge(Rule rule, Question question) {
        return switch (rule) {
            case Rule.ScoreAtLeast score -> JudgeScore.judge(score, question);
            case Rule.Completed completed -> JudgeCompletion.judge(completed, question);
            case Rule.Outcome outcome -> JudgeOutcome.judge(outcome, question);
            case Rule.Artifact artifact -> JudgeArtifact.judge(artifact, question);
            case Rule.Review review -> JudgeReview.judge(review, question);
            case Rule.Credential credential -> JudgeCredential.judge(credential, question);
            case Rule.Weighted weighted -> JudgeWeighted.judge(weighted, question);
            case Rule.Credits credits -> JudgeCredits.judge(credits, question);
            case Rule.All all -> composed("all", all.of().size(), all.of(), question);
            case Rule.Any any -> composed("any", 1, any.of(), question);
            case Rule.AtLeast atLeast -> composed("atLeast", atLeast.count(), atLeast.of(), question);
        };
    }

    private static Finding composed(String rule, int needed, List<Rule> of, Question question) {
        List<Finding> parts = of.stream().map(part -> judge(part, question)).toList();
        Tally tally = Tally.of(parts.stream().map(Finding::standing).toList());
        Standing standing = tally.atLeast(needed);
        Phrase reason = Phrase.of(
                "finding.composed." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "met",
                String.valueOf(tally.met()),
                "needed",
                String.valueOf(needed),
                "total",
                String.valueOf(tally.total()));
        Finding finding = Finding.of(rule, standing, reason).composedOf(parts);
        return standing == MET ? finding : finding.next(stillOpen(parts));
    }

    private static List<Phrase> stillOpen(List<Finding> parts) {
        return parts.stream()
                .filter(part -> part.standing() != MET)
                .flatMap(part -> part.next().stream())
                .distinct()
                .toList();
    }
}
