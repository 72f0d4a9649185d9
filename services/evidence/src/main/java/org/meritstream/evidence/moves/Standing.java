package org.meritstream.evidence.moves;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.meritstream.events.CriterionStanding;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Dossier.Outcome;
import org.meritstream.evidence.judgement.Evaluation;

/**
 * How somebody stands by a version.
 *
 * @param criteria in the order of the version
 */
public record Standing(Outcome outcome, List<CriterionStanding> criteria) {

    static Standing of(Dossier dossier) {
        return new Standing(dossier.outcome(), dossier.standings());
    }

    static Standing of(Evaluation evaluation) {
        return new Standing(Outcome.of(evaluation), evaluation.explanation().standings());
    }

    /** The ids of all criteria. */
    Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        criteria.forEach(criterion -> asked.add(criterion.criterion()));
        return asked;
    }

    /** The ids of those that are met. */
    Set<String> met() {
        Set<String> met = new TreeSet<>();
        for (CriterionStanding criterion : criteria) {
            if (criterion.standing() == CriterionStanding.Standing.MET) {
                met.add(criterion.criterion());
            }
        }
        return met;
    }
}
