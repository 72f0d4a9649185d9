package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.Fact;
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

    static List<SettleDecision.Met> in(Desk desk, LearnerKey person, String achievement) {
        Folders folders = desk.folders();
        Shelf shelf = desk.shelf();
        List<SettleDecision.Met> met = new ArrayList<>();
        for (Dossier dossier : folders.of(person, achievement)) {
            Version version = shelf.find(dossier.achievement());
            if (dossier.earned() && version != null) {
                List<String> facts = dossier.explanation().facts();
                Basis basis = new Basis(
                        facts,
                        dossier.explanation().results(),
                        evidence(desk.facts().named(desk.register().idsOf(person), facts)));
                met.add(new SettleDecision.Met(
                        dossier.achievement().version(),
                        Release.of(version.published().definition()),
                        basis));
            }
        }
        return met;
    }

    private static List<AwardEvidence> evidence(List<Fact> facts) {
        List<AwardEvidence> evidence = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Artifact work) {
                evidence.add(new AwardEvidence(work.artifact(), work.number(), work.digest(), work.mediaType()));
            }
        }
        return List.copyOf(evidence);
    }
}
