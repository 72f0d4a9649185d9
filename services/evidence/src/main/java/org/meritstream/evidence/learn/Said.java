package org.meritstream.evidence.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

/**
 * An explanation as its learner reads it: where a criterion looks at one activity, the criterion's name stands for the sender's id of it.
 *
 * @param waits whether others have to act, and the learner has not
 * @param reasons why it stands as it does
 * @param attempts what became of each
 * @param remarks on terms of this learner's own
 * @param next what the learner can do; empty when it is met
 */
record Said(
        String id,
        String name,
        Standing standing,
        boolean begun,
        boolean waits,
        List<String> reasons,
        List<String> attempts,
        List<String> remarks,
        List<String> next) {

    private static final String ARTIFACT = "artifact";
    private static final String REVIEW = "review";
    private static final Set<String> TAKEN = Set.of("attempt.judged", "attempt.judged-late", "attempt.met-before");

    /** Every criterion, in the order of the achievement. */
    static List<Said> all(Progress progress, Words words) {
        return Explained.of(progress.dossier().explanation(), words).criteria().stream()
                .map(criterion -> of(criterion, words))
                .toList();
    }

    /** Whether it is met. */
    boolean met() {
        return standing == Standing.MET;
    }

    /** The class of its box: an open one is no failure yet, nor is one that nobody has looked at. */
    public String look() {
        return switch (standing) {
            case MET -> "state-good";
            case UNDETERMINED -> "state-unsure";
            case NOT_MET -> waits ? "state-unsure" : begun ? "state-bad" : "state-open";
        };
    }

    /** The criterion's state in words, for those who do not see the box. */
    String state(Words words) {
        String key = switch (standing) {
            case MET -> "met";
            case UNDETERMINED -> "undetermined";
            case NOT_MET -> waits ? "undetermined" : begun ? "not-met" : "open";
        };
        return words.say(Phrase.of("learn.criterion." + key));
    }

    private static Said of(Explained.Criterion criterion, Words words) {
        Explained.Rule rule = criterion.rule();
        String name = rule.parts().isEmpty() ? criterion.name() : null;
        List<Explained.Sentence> remarks = criterion.remarks();
        return new Said(
                criterion.id(),
                criterion.name(),
                rule.standing(),
                !rule.facts().isEmpty() || tried(rule),
                StandDecision.waits(
                        rule.next().stream().map(Explained.Sentence::key).toList()),
                reasons(rule, name, words),
                attempts(rule, isReviewed(rule), words),
                remarks == null ? List.of() : say(remarks, null, words),
                say(rule.next(), name, words));
    }

    private static boolean tried(Explained.Rule rule) {
        List<Explained.Attempt> attempts = rule.attempts();
        return (attempts != null && !attempts.isEmpty())
                || rule.parts().stream().anyMatch(Said::tried);
    }

    private static List<String> reasons(Explained.Rule rule, @Nullable String name, Words words) {
        List<String> reasons = new ArrayList<>();
        reasons.add(say(rule.reason(), name, words));
        rule.parts().forEach(part -> reasons.addAll(reasons(part, null, words)));
        return List.copyOf(reasons);
    }

    /** Where persons judge the work, that it is there is no judgement of an attempt yet. */
    private static List<String> attempts(Explained.Rule rule, boolean reviewed, Words words) {
        List<String> said = new ArrayList<>();
        List<Explained.Attempt> attempts = rule.attempts();
        if (attempts != null) {
            attempts.stream()
                    .map(Explained.Attempt::said)
                    .filter(one -> !(reviewed && rule.kind().equals(ARTIFACT) && TAKEN.contains(one.key())))
                    .forEach(one -> said.add(say(one, null, words)));
        }
        rule.parts().forEach(part -> said.addAll(attempts(part, reviewed, words)));
        return List.copyOf(said);
    }

    private static boolean isReviewed(Explained.Rule rule) {
        return rule.kind().equals(REVIEW) || rule.parts().stream().anyMatch(Said::isReviewed);
    }

    private static List<String> say(List<Explained.Sentence> sentences, @Nullable String name, Words words) {
        return sentences.stream().map(one -> say(one, name, words)).toList();
    }

    private static String say(Explained.Sentence sentence, @Nullable String name, Words words) {
        Phrase phrase = new Phrase(sentence.key(), sentence.args());
        return words.say(
                name != null && sentence.args().containsKey("activity")
                        ? phrase.with(Map.of("activity", name))
                        : phrase);
    }
}
