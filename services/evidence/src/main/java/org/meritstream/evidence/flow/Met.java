package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.awards.SettleDecision;
import org.meritstream.evidence.catalogue.Shelf;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.Folders;
import org.meritstream.evidence.learners.LearnerKey;

/** Which versions of an achievement a person meets, by the dossiers. */
final class Met {
    private Met() {}

    static List<SettleDecision.Met> in(Folders folders, Shelf shelf, LearnerKey person, String achievement) {
        List<SettleDecision.Met> met = new ArrayList<>();
        for (Dossier dossier : folders.of(person, achievement)) {
            Version version = shelf.find(dossier.achievement());
            if (dossier.earned() && version != null) {
                Basis basis = new Basis(
                        dossier.explanation().facts(), dossier.explanation().results());
                met.add(new SettleDecision.Met(
                        dossier.achievement().version(),
                        Release.of(version.published().definition()),
                        basis));
            }
        }
        return met;
    }
}
