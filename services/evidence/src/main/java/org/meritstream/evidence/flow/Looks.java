package org.meritstream.evidence.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.judgement.ReviewsWanted;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.QueueDecision.Case;
import org.meritstream.evidence.reviews.QueueDecision.Judged;

/** Which persons have to look at what of a person's, by the dossiers; nothing is worked out where nobody has to. */
final class Looks {
    private Looks() {}

    static void derive(Desk desk, LearnerKey person, String achievement, Instant now) {
        List<Version> versions = new ArrayList<>();
        List<Dossier> dossiers = new ArrayList<>();
        for (Dossier dossier : desk.folders().of(person, achievement)) {
            Version version = desk.shelf().find(dossier.achievement());
            if (version != null) {
                versions.add(version);
                dossiers.add(dossier);
            }
        }
        List<Fact> facts =
                desk.factsIn(person, achievement).stream().sorted(Fact.ORDER).toList();
        if (!desk.reviews().hasAny(person, achievement)
                && versions.stream().noneMatch(Version::reviewed)
                && facts.stream().noneMatch(ReviewStep.Appealed.class::isInstance)) {
            return;
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            judged.add(judged(desk, versions.get(i), dossiers.get(i), now));
        }
        desk.reviews().derive(new Case(person, achievement, judged, facts), now);
    }

    private static Judged judged(Desk desk, Version version, Dossier dossier, Instant now) {
        List<Fact> facts = desk.facts().of(desk.register().idsOf(dossier.learner()), version.subjects());
        return new Judged(
                dossier.achievement().version(), dossier.earned(), ReviewsWanted.of(version.published(), facts, now));
    }
}
