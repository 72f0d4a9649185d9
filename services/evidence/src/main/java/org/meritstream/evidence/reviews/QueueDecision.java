package org.meritstream.evidence.reviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.judgement.ReviewsWanted.Wanted;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.ReviewTask.Place;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.ReviewTask.Work;

/**
 * What an evaluation changes in the queue.
 *
 * <p>Which tasks are open and which are decided follows from the facts alone; so any order of their arrival leads to the same queue. Several
 * versions of an achievement that want the same look share it.
 */
public final class QueueDecision {
    private QueueDecision() {}

    /** What becomes of a task. */
    public sealed interface Change {
        ReviewTask task();

        /** It was not there. */
        record Opened(ReviewTask task) implements Change {}

        /** It is wanted still or again, in another way. */
        record Changed(ReviewTask task) implements Change {}

        /** It was decided, or is not wanted any more. */
        record Closed(ReviewTask task) implements Change {}
    }

    /**
     * How a learner stands in an achievement.
     *
     * @param versions in ascending order
     * @param facts of the learner in this achievement, in their order
     */
    public record Case(LearnerKey learner, String achievement, List<Judged> versions, List<Fact> facts) {}

    /**
     * A version that the learner was judged by.
     *
     * @param earned whether its criteria are met
     */
    public record Judged(int version, boolean earned, List<Wanted> wanted) {}

    /**
     * Compares what is wanted with the tasks there are.
     *
     * @param before every task of the learner in this achievement
     * @param ids gives each place its id
     * @param now the time of the event that caused the evaluation
     */
    public static List<Change> decide(
            Case about, Collection<ReviewTask> before, Function<Place, UUID> ids, Instant now) {
        SortedMap<UUID, ReviewTask> due = new TreeMap<>(decided(about, ids));
        due.putAll(open(about, ids));
        Map<UUID, ReviewTask> known = before.stream().collect(Collectors.toMap(ReviewTask::id, Function.identity()));
        List<Change> changes = new ArrayList<>();
        due.forEach((id, task) -> {
            Change change = change(known.get(id), task);
            if (change != null) {
                changes.add(change);
            }
        });
        for (ReviewTask task : before) {
            if (!(task.stand() instanceof Stand.Closed) && !due.containsKey(task.id())) {
                changes.add(new Change.Closed(task.standing(new Stand.Closed(now))));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable Change change(@Nullable ReviewTask before, ReviewTask due) {
        if (before == null) {
            return due.isOpen() ? new Change.Opened(due) : new Change.Closed(due);
        }
        if (due.isOpen()) {
            return due.equals(before) ? null : new Change.Changed(due);
        }
        return due.stand().equals(before.stand()) ? null : new Change.Closed(before.standing(due.stand()));
    }

    /** Who has earned the achievement by one version owes no work to the others; an appeal is heard all the same. */
    private static Map<UUID, ReviewTask> open(Case about, Function<Place, UUID> ids) {
        boolean earned = about.versions().stream().anyMatch(Judged::earned);
        Map<UUID, ReviewTask> open = new TreeMap<>();
        for (Judged judged : about.versions()) {
            for (Wanted wanted : judged.wanted()) {
                if (judged.earned() || !earned || wanted.seat() == ReviewSeat.APPEAL) {
                    ReviewTask task = task(about, judged.version(), wanted, ids);
                    open.put(task.id(), task);
                }
            }
        }
        return open;
    }

    private static ReviewTask task(Case about, int version, Wanted wanted, Function<Place, UUID> ids) {
        Place place = new Place(wanted.criterion(), wanted.number(), wanted.seat(), wanted.misconduct());
        Work work = new Work(wanted.submittedAt(), wanted.works());
        return task(about, version, place, work, ids).dueSince(wanted.since());
    }

    /** Decisions that say whose place they took. */
    private static Map<UUID, ReviewTask> decided(Case about, Function<Place, UUID> ids) {
        Map<UUID, ReviewTask> decided = new TreeMap<>();
        int newest = about.versions().isEmpty() ? 1 : about.versions().getLast().version();
        for (Fact fact : about.facts()) {
            ReviewTask task = switch (fact) {
                case Fact.Review review when review.seat() != null -> decided(about, newest, review, ids);
                case ReviewStep.Settled settled -> decided(about, newest, settled, ids);
                default -> null;
            };
            if (task != null) {
                decided.putIfAbsent(task.id(), task);
            }
        }
        return decided;
    }

    private static ReviewTask decided(Case about, int version, Fact.Review review, Function<Place, UUID> ids) {
        ReviewSeat seat = review.seat() == null ? ReviewSeat.FIRST : review.seat();
        Place place = new Place(review.criterion(), review.number(), seat, null);
        return task(about, version, place, new Work(review.submittedAt(), List.of()), ids)
                .standing(new Stand.Decided(review.reviewer(), review.id(), review.reviewedAt()));
    }

    private static ReviewTask decided(Case about, int version, ReviewStep.Settled settled, Function<Place, UUID> ids) {
        Place place = new Place(criterion(about, settled), 0, ReviewSeat.APPEAL, settled.misconduct());
        return task(about, version, place, new Work(settled.settledAt(), List.of()), ids)
                .standing(new Stand.Decided(settled.reviewer(), settled.id(), settled.settledAt()));
    }

    private static @Nullable String criterion(Case about, ReviewStep.Settled settled) {
        for (Fact fact : about.facts()) {
            if (fact instanceof Fact.Misconduct finding && finding.id().equals(settled.misconduct())) {
                return finding.criterion();
            }
        }
        return null;
    }

    private static ReviewTask task(Case about, int version, Place place, Work work, Function<Place, UUID> ids) {
        return new ReviewTask(
                ids.apply(place),
                about.learner(),
                about.achievement(),
                version,
                place,
                work,
                work.submittedAt(),
                new Stand.Open());
    }
}
