package org.meritstream.evidence.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meritstream.evidence.judgement.Explained;
import org.meritstream.evidence.judgement.Words;

/**
 * A dossier as the API tells it.
 *
 * @param id of the dossier
 * @param achievement its name within the tenant
 * @param outcome {@code EARNED}, {@code NOT_YET} or {@code CANNOT_BE_JUDGED}
 * @param evaluation counts the evaluations that changed a standing
 * @param language of the explanation, a BCP 47 tag
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
        String language,
        List<Explained.Sentence> explanation,
        List<Explained.Criterion> criteria) {

    /** The dossier in a language. */
    static DossierView of(Dossier dossier, Words words) {
        Explained explained = Explained.of(dossier.explanation(), words);
        return new DossierView(
                dossier.id(),
                dossier.learner().id(),
                dossier.achievement().achievement(),
                dossier.achievement().version(),
                dossier.outcome(),
                dossier.evaluation(),
                dossier.evaluatedAt(),
                explained.language(),
                explained.sentences(),
                explained.criteria());
    }
}
