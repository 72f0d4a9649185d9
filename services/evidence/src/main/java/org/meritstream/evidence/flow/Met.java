package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AwardComponent;
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
                List<Fact> known = desk.facts().named(desk.register().idsOf(person), facts);
                Basis basis = new Basis(facts, dossier.explanation().results(), evidence(known), components(known));
                met.add(new SettleDecision.Met(
                        dossier.achievement().version(),
                        Release.of(version.published().definition()),
                        basis));
            }
        }
        return met;
    }

    /** Credentials of this tenant; those of others have no id that this tenant gave. */
    private static List<AwardComponent> components(List<Fact> facts) {
        List<AwardComponent> components = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Held held && held.issuer() == null) {
                components.add(new AwardComponent(UUID.fromString(held.credential()), held.achievement()));
            }
        }
        return List.copyOf(components);
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
