package org.meritstream.evidence.artifacts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.evidence.artifacts.SubmitDecision.Case;
import org.meritstream.evidence.artifacts.SubmitDecision.Offered;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.catalogue.PublishedAchievements;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.FactBook;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.learners.Register;

/** What the loop would decide a submission by, as far as the store knows it now. */
@ApplicationScoped
class SubmitCases {
    private final Learners learners;
    private final Facts facts;
    private final Awards awards;

    SubmitCases(Learners learners, Facts facts, Awards awards) {
        this.learners = learners;
        this.facts = facts;
        this.awards = awards;
    }

    /**
     * Of a learner, by any of their ids. Waits for the store.
     *
     * @param versions every published one of the achievement
     */
    Case of(LearnerKey learner, String achievement, List<PublishedAchievements.Found> versions) {
        Register register = new Register(learners.load(List.of(learner)));
        Learner person = register.personOf(learner);
        List<LearnerKey> ids = register.idsOf(person.key());
        boolean awarded =
                !awards.load(List.of(person.key()), List.of(achievement)).isEmpty();
        List<Offered> offered = versions.stream()
                .map(found -> new Offered(found.version(), awarded ? null : found.retiredAt()))
                .toList();
        Set<Subject> subjects = versions.stream()
                .flatMap(found -> Version.of(found.version()).subjects().stream())
                .collect(Collectors.toSet());
        return new Case(person.known(), offered, new FactBook(facts.load(ids, subjects)).of(ids, subjects));
    }
}
