package org.meritstream.evidence.dossiers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.judgement.Explanation.CriterionFinding;
import org.meritstream.evidence.judgement.Finding;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

/**
 * A dossier as the API tells it.
 *
 * @param id of the dossier
 * @param achievement its name within the tenant
 * @param outcome {@code EARNED}, {@code NOT_YET} or {@code CANNOT_BE_JUDGED}
 * @param evaluation counts the evaluations that changed a standing
 * @param explanation the whole of it, sentence by sentence, to be read from top to bottom
 * @param criteria the same by criterion, for programs
 */
public record DossierView(
        UUID id,
        UUID learner,
        String achievement,
        int version,
        Dossier.Outcome outcome,
        long evaluation,
        Instant evaluatedAt,
        List<Sentence> explanation,
        List<Criterion> criteria) {

    /**
     * A phrase in words, with its key for other languages.
     */
    public record Sentence(String key, SortedMap<String, String> args, String text) {}

    /** How a criterion stands. */
    public record Criterion(String id, String name, Rule rule) {}

    /**
     * What a rule says.
     *
     * @param facts ids of the events it rests on
     * @param parts the rules inside it
     */
    public record Rule(
            String kind,
            Standing standing,
            Sentence reason,
            List<Sentence> next,
            List<String> facts,
            List<Rule> parts) {}

    /** The dossier in a language. */
    static DossierView of(Dossier dossier, Words words) {
        Explanation explanation = dossier.explanation();
        return new DossierView(
                dossier.id(),
                dossier.learner().id(),
                dossier.achievement().achievement(),
                dossier.achievement().version(),
                dossier.outcome(),
                dossier.evaluation(),
                dossier.evaluatedAt(),
                read(explanation, words),
                explanation.criteria().stream()
                        .map(criterion -> new Criterion(
                                criterion.criterion(), criterion.name(), rule(criterion.finding(), words)))
                        .toList());
    }

    private static List<Sentence> read(Explanation explanation, Words words) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(sentence(explanation.summary(), words));
        sentences.add(sentence(explanation.rule(), words));
        for (CriterionFinding criterion : explanation.criteria()) {
            Finding finding = criterion.finding();
            Phrase heading = Phrase.of(
                    "criterion."
                            + finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "name",
                    criterion.name());
            sentences.add(sentence(heading, words));
            reasons(finding).forEach(reason -> sentences.add(sentence(reason, words)));
            finding.next().forEach(next -> sentences.add(sentence(next, words)));
        }
        sentences.add(sentence(explanation.decidedBy(), words));
        return List.copyOf(sentences);
    }

    private static List<Phrase> reasons(Finding finding) {
        List<Phrase> reasons = new ArrayList<>();
        reasons.add(finding.reason());
        finding.parts().forEach(part -> reasons.addAll(reasons(part)));
        return reasons;
    }

    private static Rule rule(Finding finding, Words words) {
        return new Rule(
                finding.rule(),
                finding.standing(),
                sentence(finding.reason(), words),
                finding.next().stream().map(next -> sentence(next, words)).toList(),
                finding.facts(),
                finding.parts().stream().map(part -> rule(part, words)).toList());
    }

    private static Sentence sentence(Phrase phrase, Words words) {
        return new Sentence(phrase.key(), phrase.args(), words.say(phrase));
    }
}
