package org.meritstream.evidence.judgement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.evidence.judgement.Explanation.CriterionFinding;

/**
 * An explanation in a language.
 *
 * @param language a BCP 47 tag
 * @param sentences the whole of it, to be read from top to bottom
 * @param criteria the same by criterion, for programs
 */
public record Explained(String language, List<Sentence> sentences, List<Criterion> criteria) {

    /**
     * A phrase in words, with its key for other languages.
     */
    public record Sentence(String key, SortedMap<String, String> args, String text) {}

    /**
     * How a criterion stands.
     *
     * @param remarks on the terms that hold for this learner alone, or null where they are everybody's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Criterion(
            String id, String name, Rule rule, @Nullable List<Sentence> remarks) {}

    /**
     * What a rule says.
     *
     * @param facts ids of the events it rests on
     * @param parts the rules inside it
     * @param level id of the level that was reached, or null
     * @param reviewers opaque ids of those whose decisions count, or null where there is none
     * @param attempts what became of each, or null where no policy says anything of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            String kind,
            Standing standing,
            Sentence reason,
            List<Sentence> next,
            List<String> facts,
            List<Rule> parts,
            @Nullable String level,
            @Nullable List<String> reviewers,
            @Nullable List<Attempt> attempts) {}

    /** What became of an attempt. */
    public record Attempt(int number, String fact, Sentence said) {}

    /** The explanation in these words. */
    public static Explained of(Explanation explanation, Words words) {
        List<Sentence> sentences = read(explanation).stream()
                .map(phrase -> sentence(phrase, words))
                .toList();
        List<Criterion> criteria = explanation.criteria().stream()
                .map(criterion -> criterion(criterion, words))
                .toList();
        return new Explained(words.language(), sentences, criteria);
    }

    /** Every phrase of it, in the order of reading. */
    static List<Phrase> read(Explanation explanation) {
        List<Phrase> phrases = new ArrayList<>();
        phrases.add(explanation.summary());
        phrases.add(explanation.rule());
        for (CriterionFinding criterion : explanation.criteria()) {
            Finding finding = criterion.finding();
            String standing = finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
            phrases.add(Phrase.of("criterion." + standing, "name", criterion.name()));
            phrases.addAll(reasons(finding));
            phrases.addAll(remarks(criterion));
            phrases.addAll(finding.next());
        }
        phrases.add(explanation.decidedBy());
        return List.copyOf(phrases);
    }

    private static List<Phrase> remarks(CriterionFinding criterion) {
        List<Phrase> remarks = criterion.remarks();
        return remarks == null ? List.of() : remarks;
    }

    private static List<Phrase> reasons(Finding finding) {
        List<Phrase> reasons = new ArrayList<>();
        reasons.add(finding.reason());
        Grounds.of(finding.grounds()).told().forEach(attempt -> reasons.add(attempt.said()));
        finding.parts().forEach(part -> reasons.addAll(reasons(part)));
        return reasons;
    }

    private static Criterion criterion(CriterionFinding criterion, Words words) {
        List<Phrase> remarks = remarks(criterion);
        return new Criterion(
                criterion.criterion(),
                criterion.name(),
                rule(criterion.finding(), words),
                remarks.isEmpty() ? null : sentences(remarks, words));
    }

    private static Rule rule(Finding finding, Words words) {
        Grounds grounds = Grounds.of(finding.grounds());
        return new Rule(
                finding.rule(),
                finding.standing(),
                sentence(finding.reason(), words),
                sentences(finding.next(), words),
                finding.facts(),
                finding.parts().stream().map(part -> rule(part, words)).toList(),
                grounds.level(),
                grounds.reviewers().isEmpty() ? null : grounds.reviewers(),
                grounds.attempts().isEmpty() ? null : attempts(grounds, words));
    }

    private static List<Attempt> attempts(Grounds grounds, Words words) {
        return grounds.attempts().stream()
                .map(attempt -> new Attempt(attempt.number(), attempt.fact(), sentence(attempt.said(), words)))
                .toList();
    }

    /** Phrases in these words. */
    public static List<Sentence> sentences(List<Phrase> phrases, Words words) {
        return phrases.stream().map(phrase -> sentence(phrase, words)).toList();
    }

    private static Sentence sentence(Phrase phrase, Words words) {
        return new Sentence(phrase.key(), phrase.args(), words.say(phrase));
    }
}
