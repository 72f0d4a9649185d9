package org.meritstream.evidence.learn;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.meritstream.evidence.awards.AwardSearch;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.DossierSearch;

/** What is stored of one learner, put together for the learner's own eyes. Every question names tenant and learner. */
@ApplicationScoped
class LearnerFiles {
    private final DossierSearch dossiers;
    private final AwardSearch awards;
    private final PublishedAchievements published;

    LearnerFiles(DossierSearch dossiers, AwardSearch awards, PublishedAchievements published) {
        this.dossiers = dossiers;
        this.awards = awards;
        this.published = published;
    }

    /** How far the learner is in each achievement that anything is known of. */
    Uni<List<Progress>> of(String tenant, UUID learner) {
        return Uni.combine()
                .all()
                .unis(dossiers.ofLearner(tenant, learner), awards.ofLearner(tenant, learner))
                .asTuple()
                .chain(found -> published
                        .versions(found.getItem1().stream()
                                .map(Dossier::achievement)
                                .toList())
                        .map(versions -> Progress.all(found.getItem1(), found.getItem2(), versions)));
    }

    /** How far the learner is in one achievement; empty where nothing is known of it. */
    Uni<List<Progress>> of(String tenant, UUID learner, String achievement) {
        return of(tenant, learner)
                .map(all -> all.stream()
                        .filter(progress -> progress.version().achievement().equals(achievement))
                        .toList());
    }
}
