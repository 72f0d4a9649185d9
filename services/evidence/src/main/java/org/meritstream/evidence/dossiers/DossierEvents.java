package org.meritstream.evidence.dossiers;

import org.meritstream.events.CriteriaEvaluated;

/** What the topics are told of a dossier. */
public final class DossierEvents {
    private DossierEvents() {}

    /** The standing after the last evaluation. */
    public static CriteriaEvaluated evaluated(Dossier dossier) {
        return new CriteriaEvaluated(
                dossier.learner().tenant(),
                dossier.learner().id(),
                dossier.achievement().achievement(),
                dossier.achievement().version(),
                dossier.evaluation(),
                dossier.standings(),
                dossier.earned(),
                dossier.evaluatedAt());
    }
}
