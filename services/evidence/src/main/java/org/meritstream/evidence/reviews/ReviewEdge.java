package org.meritstream.evidence.reviews;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.DecideReview;
import org.meritstream.events.Fact;
import org.meritstream.evidence.judgement.Remarks;
import org.meritstream.evidence.judgement.VerdictsAsked;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.notes.Note;
import org.meritstream.evidence.notes.Notes;
import org.meritstream.evidence.reviews.ReviewSearch.Found;
import org.meritstream.evidence.reviews.ShowReviewDecision.Shown;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What those at the desk do, by the API and on the pages alike: look, take on, give back, write, decide. */
@ApplicationScoped
public class ReviewEdge {
    private final ReviewSearch search;
    private final Desktop desktop;
    private final Notes notes;
    private final CommandEdge commands;
    private final ReviewConfig config;

    ReviewEdge(ReviewSearch search, Desktop desktop, Notes notes, CommandEdge commands, ReviewConfig config) {
        this.search = search;
        this.desktop = desktop;
        this.notes = notes;
        this.commands = commands;
        this.config = config;
    }

    /** The queue as it is for somebody. */
    public Uni<List<Found>> queue(Reviewer reviewer, ReviewSearch.Wanted wanted) {
        return search.some(reviewer, wanted, Instant.now());
    }

    /** How long reviews take, by achievement: of the last ninety days, and what is open now. */
    public Uni<List<TurnAround.Of>> turnAround(String tenant) {
        Instant since = Instant.now().minus(TurnAround.DAYS, ChronoUnit.DAYS);
        return desktop.turnAround().since(tenant, since, null);
    }

    /** A review, unless it is not there for this reviewer. */
    Uni<Found> find(Reviewer reviewer, UUID id) {
        return search.find(reviewer, id, Instant.now())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ReviewProblems.unknown()))
                .invoke(ReviewEdge::admit);
    }

    /** A review with everything that whoever decides it is shown. */
    public Uni<ReviewView> show(Reviewer reviewer, UUID id, Words words) {
        return find(reviewer, id)
                .chain(found -> search.facts(found.task()).chain(facts -> view(reviewer, found, facts, words)));
    }

    /** Takes a review on. Until when it stays so. */
    public Uni<Instant> claim(Reviewer reviewer, UUID id) {
        return find(reviewer, id).chain(found -> take(reviewer, found));
    }

    /** Gives a review back; nothing happens where it was not one's own. */
    public Uni<Void> release(Reviewer reviewer, UUID id) {
        return find(reviewer, id).chain(found -> desktop.claims().release(reviewer, id));
    }

    /** Keeps what is written so far, and the review with whoever writes. */
    public Uni<Instant> save(Reviewer reviewer, UUID id, Drafts.Draft draft) {
        return find(reviewer, id)
                .chain(found -> desktop.drafts()
                        .save(reviewer, id, draft, Instant.now())
                        .chain(() -> take(reviewer, found)));
    }

    /** Asks to record a decision. What was written is kept first, so that a refusal loses nothing. */
    public Uni<Response> decide(Reviewer reviewer, UUID id, Sent sent, @Nullable String prefer) {
        return find(reviewer, id)
                .chain(found -> desktop.drafts()
                        .save(reviewer, id, sent.draft(), Instant.now())
                        .chain(() -> take(reviewer, found))
                        .chain(() -> append(reviewer, found.task(), sent, prefer)));
    }

    private Uni<Instant> take(Reviewer reviewer, Found found) {
        return desktop.claims()
                .take(reviewer, found.task().id(), Instant.now(), config.claim())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(notToBeHad(found.task())));
    }

    private Uni<Response> append(Reviewer reviewer, ReviewTask task, Sent sent, @Nullable String prefer) {
        Instant now = Instant.now();
        UUID command = CommandIds.next(now);
        DecideReview decide = new DecideReview(
                reviewer.tenant(),
                task.learner().id(),
                task.achievement(),
                task.id(),
                reviewer.id(),
                reviewer.learner(),
                sent.verdict().level(),
                sent.verdict().passed(),
                sent.verdict().stands(),
                sent.digest());
        Note note = new Note(command, task.learner(), "feedback", reviewer.subject(), sent.feedback(), now);
        Uni<Void> written = sent.feedback().isEmpty() ? Uni.createFrom().voidItem() : notes.write(note);
        return written.chain(() -> commands.request(command, decide, prefer));
    }

    private Uni<ReviewView> view(Reviewer reviewer, Found found, List<Fact> facts, Words words) {
        Criterion criterion = ReviewItem.criterion(found);
        Set<String> works = criterion == null ? Set.of() : VerdictsAsked.works(criterion);
        Shown shown = ShowReviewDecision.decide(found.task(), works, facts, reviewer.id());
        List<String> terms = criterion == null
                ? List.of()
                : Remarks.of(found.version(), criterion.id(), facts).stream()
                        .map(words::say)
                        .distinct()
                        .toList();
        return notes.texts(reviewer.tenant(), shown.texts())
                .chain(texts -> desktop.drafts()
                        .find(reviewer, found.task().id())
                        .map(draft -> ReviewView.of(found, new ReviewView.Parts(shown, texts, terms, draft))));
    }

    private static void admit(Found found) {
        if (!found.foreignWork()) {
            throw new ProblemException(ReviewProblems.ownWork());
        }
        if (found.task().isOpen() && !found.seated()) {
            throw new ProblemException(ReviewProblems.notYourRole());
        }
        if (found.task().isOpen() && !found.uninvolved()) {
            throw new ProblemException(ReviewProblems.decidedBefore());
        }
    }

    private static Problem notToBeHad(ReviewTask task) {
        return switch (task.stand()) {
            case ReviewTask.Stand.Open open -> ReviewProblems.claimed();
            case ReviewTask.Stand.Decided decided -> ReviewProblems.decidedMeanwhile();
            case ReviewTask.Stand.Closed closed -> ReviewProblems.notWanted();
        };
    }
}
