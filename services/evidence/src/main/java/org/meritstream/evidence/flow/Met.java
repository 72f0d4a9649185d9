package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.Fact;
import org.meritstream.events.RegradePolicy;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.awards.SettleDecision;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.learners.LearnerKey;

/** Which versions of an achievement a person meets, and which not, by the dossiers. */
final class Met {
    private Met() {}

    static SettleDecision.Standing standing(Desk desk, LearnerKey person, String achievement) {
        List<SettleDecision.Met> met = new ArrayList<>();
        Set<Integer> unmet = new TreeSet<>();
        for (Dossier dossier : desk.folders().of(person, achievement)) {
            Version version = desk.shelf().find(dossier.achievement());
            if (version == null) {
                continue;
            }
            switch (dossier.outcome()) {
                case EARNED -> met.add(met(desk, dossier, version));
                case NOT_YET -> unmet.add(dossier.achievement().version());
                case CANNOT_BE_JUDGED -> {}
            }
        }
        boolean known = desk.register().learner(person).known();
        return new SettleDecision.Standing(known, met, unmet, regrade(desk, person, achievement));
    }

    private static SettleDecision.Met met(Desk desk, Dossier dossier, Version version) {
        List<String> facts = dossier.explanation().facts();
        List<LearnerKey> ids = desk.register().idsOf(dossier.learner());
        List<Fact> known = desk.facts().named(ids, facts);
        Basis basis = new Basis(facts, dossier.explanation().results(), evidence(known), components(known));
        return new SettleDecision.Met(
                dossier.achievement().version(), Release.of(version.published().definition()), basis);
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

    /** What the version of the standing award says of a regrade. */
    private static RegradePolicy regrade(Desk desk, LearnerKey person, String achievement) {
        return desk.ledger().of(person, achievement).stream()
                .filter(Award::stands)
                .map(award -> desk.shelf().find(new AchievementKey(person.tenant(), achievement, award.version())))
                .map(Met::regrade)
                .findFirst()
                .orElse(RegradePolicy.KEEP);
    }

    private static RegradePolicy regrade(@Nullable Version version) {
        RegradePolicy said =
                version == null ? null : version.published().definition().regrade();
        return said == null ? RegradePolicy.KEEP : said;
    }
}
