package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.storage.Storage;
import org.meritstream.evidence.storage.StorageConfig;

/** What a learner has handed in for an achievement, and what a further try will be decided by. */
@ApplicationScoped
public class Submissions {
    private final Artifacts artifacts;
    private final SubmitCases cases;
    private final long largest;

    Submissions(Artifacts artifacts, SubmitCases cases, StorageConfig config, Optional<Storage> storage) {
        this.artifacts = artifacts;
        this.cases = cases;
        this.largest = storage.isPresent() ? config.largest().asLongValue() : 0;
    }

    /**
     * Where it stands.
     *
     * @param about what the loop would decide the next submission by
     * @param works what was handed in so far, the newest first
     * @param largest bytes of a file; 0 where none is taken here
     */
    public record Standing(SubmitDecision.Case about, List<PieceView> works, long largest) {}

    /**
     * For the learner's own eyes.
     *
     * @param versions every published one of the achievement
     */
    public Uni<Standing> of(
            LearnerKey learner, String achievement, List<PublishedAchievements.Found> versions, Words words) {
        Uni<SubmitDecision.Case> about = Uni.createFrom()
                .item(() -> cases.of(learner, achievement, versions))
                // It awaits the store, which is no work for the event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Uni.combine()
                .all()
                .unis(about, artifacts.of(learner, achievement))
                .asTuple()
                .map(found -> new Standing(
                        found.getItem1(),
                        found.getItem2().stream()
                                .map(piece -> PieceView.of(piece, words))
                                .toList(),
                        largest));
    }
}
