package org.meritstream.evidence.flow;

import java.util.Collection;
import java.util.List;
import org.meritstream.evidence.dossiers.Dossier;

/** Final states in a form that two runs can be compared by. */
final class Standings {
    private Standings() {}

    static List<String> of(Collection<Dossier> dossiers) {
        return dossiers.stream()
                .map(dossier -> dossier.learner() + " " + dossier.achievement() + " " + dossier.outcome() + " "
                        + dossier.explanation())
                .sorted()
                .toList();
    }
}
