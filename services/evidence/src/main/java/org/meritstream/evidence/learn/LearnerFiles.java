package org.meritstream.evidence.learn;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.appeals.AppealSearch;
import org.meritstream.evidence.awards.AwardSearch;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.dossiers.DossierSearch;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.Notes;

/** What is stored of one learner, put together for the learner's own eyes. Every question names tenant and learner. */
@ApplicationScoped
class LearnerFiles {
    private final DossierSearch dossiers;
    private final AwardSearch awards;
    private final PublishedAchievements published;
    private final AppealSearch filings;
    private final Notes notes;

    LearnerFiles(
            DossierSearch dossiers,
            AwardSearch awards,
            PublishedAchievements published,
            AppealSearch filings,
            Notes notes) {
        this.dossiers = dossiers;
        this.awards = awards;
        this.published = published;
        this.filings = filings;
        this.notes = notes;
    }

    /** How far the learner is in each achievement that anything is known of. */
    Uni<List<Progress>> of(LearnerKey learner) {
        return Uni.combine()
                .all()
                .unis(
                        dossiers.ofLearner(learner.tenant(), learner.id()),
                        awards.ofLearner(learner.tenant(), learner.id()))
                .asTuple()
                .chain(found -> published
                        .versions(found.getItem1().stream()
                                .map(Dossier::achievement)
                                .toList())
                        .map(versions -> Progress.all(found.getItem1(), found.getItem2(), versions)));
    }

    /** How far the learner is in one achievement; null where nothing is known of it. */
    Uni<@Nullable Progress> of(LearnerKey learner, String achievement) {
        return of(learner)
                .map(all -> all.stream()
                        .filter(progress -> progress.version().achievement().equals(achievement))
                        .findFirst()
                        .orElse(null));
    }

    /** What persons decided of the learner's work in an achievement, and wrote to the learner. */
    Uni<Reviewed> reviewed(LearnerKey learner, AchievementPublished version, Instant now) {
        return filings.facts(learner, version.achievement())
                .chain(facts -> notes.texts(learner.tenant(), Reviewed.decisions(facts))
                        .map(texts -> new Reviewed(version, facts, texts, now)));
    }
}
