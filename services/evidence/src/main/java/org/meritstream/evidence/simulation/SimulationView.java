package org.meritstream.evidence.simulation;

import java.util.List;
import org.meritstream.events.AwardResult;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.judgement.Words;

/**
 * What facts would prove, as the API tells it: the members of a dossier, as far as they need no learner.
 *
 * @param results the marks of the met criteria that rest on one mark
 * @param leftAside ids of the facts that are later than the question's now
 */
public record SimulationView(
        String achievement,
        int version,
        Dossier.Outcome outcome,
        List<AwardResult> results,
        List<String> leftAside,
        String language,
        List<Explained.Sentence> explanation,
        List<Explained.Criterion> criteria) {

    static SimulationView of(SimulateDecision.Answer.Judged judged, Words words) {
        Explanation explanation = judged.evaluation().explanation();
        Explained explained = Explained.of(explanation, words);
        return new SimulationView(
                explanation.achievement(),
                explanation.version(),
                Dossier.Outcome.of(judged.evaluation()),
                explanation.results(),
                judged.leftAside(),
                explained.language(),
                explained.sentences(),
                explained.criteria());
    }
}
