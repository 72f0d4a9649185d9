package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.achievement.Achievements;
import org.meritstream.issuance.credential.Missing;
import org.meritstream.issuance.credential.Visibilities;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.log.postgres.Write;

/** What a turn keeps of what others said. Pure. */
final class Copies {
    private Copies() {}

    static List<Write> writes(Facts facts, List<VisibilityChanged> visibilities) {
        List<Write> writes = new ArrayList<>();
        if (!facts.profiled().isEmpty()) {
            writes.add(Learners.store(facts.profiled()));
        }
        facts.linked().forEach(link -> writes.add(Learners.store(link)));
        facts.published().forEach(published -> writes.add(Achievements.store(published)));
        if (!facts.withdrawn().isEmpty()) {
            writes.add(Withdrawals.store(facts.withdrawn()));
        }
        if (!visibilities.isEmpty()) {
            writes.add(Visibilities.store(visibilities));
        }
        return writes;
    }

    /** Guards that something is still not there. */
    static Write stillMissing(Missing missing) {
        return switch (missing) {
            case Missing.Learner learner -> Learners.stillMissing(learner.learner());
            case Missing.AchievementVersion version -> Achievements.stillMissing(version.achievement());
            case Missing.TenantIssuer issuer -> Issuers.stillMissing(issuer.tenant());
        };
    }
}
