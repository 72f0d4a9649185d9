package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.FactBook;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.learners.Register;
import org.meritstream.evidence.storage.Storage;
import org.meritstream.evidence.storage.StorageConfig;

/** What a learner has handed in for an achievement, and what a further try will be decided by. */
@ApplicationScoped
public class Submissions {
    private final Artifacts artifacts;
    private final Learners learners;
    private final Facts facts;
    private final long largest;

    Submissions(Artifacts artifacts, Learners learners, Facts facts, StorageConfig config, Optional<Storage> storage) {
        this.artifacts = artifacts;
        this.learners = learners;
        this.facts = facts;
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
    public Uni<Standing> of(LearnerKey learner, String achievement, List<AchievementPublished> versions, Words words) {
        Uni<SubmitDecision.Case> about = Uni.createFrom()
                .item(() -> about(learner, versions))
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

    private SubmitDecision.Case about(LearnerKey learner, List<AchievementPublished> versions) {
        Register register = new Register(learners.load(List.of(learner)));
        Learner person = register.personOf(learner);
        List<LearnerKey> ids = register.idsOf(person.key());
        Set<Subject> subjects = versions.stream()
                .flatMap(version -> Version.of(version).subjects().stream())
                .collect(Collectors.toSet());
        FactBook book = new FactBook(facts.load(ids, subjects));
        return new SubmitDecision.Case(person.known(), versions, book.of(ids, subjects));
    }
}
