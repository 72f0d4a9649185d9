package org.meritstream.evidence.reviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.evidence.reviews.ReviewTask.Place;

/**
 * What a reviewer is shown: the work of the try, what was written about earlier tries, and nothing of whom it is. What others decided on this
 * try is shown to whoever settles it, and to nobody before they have decided themselves.
 */
public final class ShowReviewDecision {
    private ShowReviewDecision() {}

    /**
     * What is shown. Texts are read by the ids of the facts they were written with.
     *
     * @param works the newest of each piece of work up to this try
     * @param before decisions on earlier tries, the oldest first
     * @param decisions of others on this try
     * @param own decision of whoever looks, or null
     * @param appeal that is heard, or null
     * @param finding of misconduct that is appealed, or null
     */
    public record Shown(
            List<Fact.Artifact> works,
            List<Fact.Review> before,
            List<Fact.Review> decisions,
            Fact.@Nullable OfAchievement own,
            @Nullable Appealed appeal,
            Fact.@Nullable Misconduct finding) {

        /** The facts whose texts belong to it. */
        public List<String> texts() {
            List<String> ids = new ArrayList<>();
            Stream.concat(before.stream(), decisions.stream()).map(Fact::id).forEach(ids::add);
            Stream.of(own, appeal, finding)
                    .filter(fact -> fact != null)
                    .map(Fact::id)
                    .forEach(ids::add);
            return List.copyOf(ids);
        }
    }

    /**
     * Decides what is shown.
     *
     * @param artifacts that the criterion asks for
     * @param facts of the learner in the achievement
     * @param reviewer opaque id of who looks
     */
    public static Shown decide(ReviewTask task, Set<String> artifacts, List<Fact> facts, String reviewer) {
        List<Fact> ordered = facts.stream().sorted(Fact.ORDER).toList();
        Place place = task.place();
        List<Fact.Review> reviews = of(Fact.Review.class, ordered)
                .filter(review -> review.criterion().equals(place.criterion()))
                .toList();
        boolean settles = place.seat() == ReviewSeat.MODERATION || place.seat() == ReviewSeat.APPEAL;
        Fact.OfAchievement own = own(task, ordered, reviewer);
        return new Shown(
                works(place, artifacts, ordered),
                reviews.stream()
                        .filter(review -> review.number() < place.number())
                        .toList(),
                settles || own != null ? others(reviews, place, own) : List.of(),
                own,
                place.seat() == ReviewSeat.APPEAL ? appeal(place, ordered) : null,
                of(Fact.Misconduct.class, ordered)
                        .filter(finding -> finding.id().equals(place.misconduct()))
                        .findFirst()
                        .orElse(null));
    }

    private static List<Fact.Review> others(List<Fact.Review> reviews, Place place, Fact.@Nullable OfAchievement own) {
        return reviews.stream()
                .filter(review -> review.number() == place.number() && !review.equals(own))
                .toList();
    }

    private static Fact.@Nullable OfAchievement own(ReviewTask task, List<Fact> facts, String reviewer) {
        if (!(task.stand() instanceof ReviewTask.Stand.Decided decided)
                || !decided.reviewer().equals(reviewer)) {
            return null;
        }
        return of(Fact.OfAchievement.class, facts)
                .filter(fact -> fact.id().equals(decided.fact()))
                .findFirst()
                .orElse(null);
    }

    private static List<Fact.Artifact> works(Place place, Set<String> artifacts, List<Fact> facts) {
        Map<String, Fact.Artifact> newest = new HashMap<>();
        of(Fact.Artifact.class, facts)
                .filter(fact -> artifacts.contains(fact.artifact()) && fact.number() <= place.number())
                .sorted(Comparator.comparingInt(Fact.Artifact::number))
                .forEach(fact -> newest.put(fact.artifact(), fact));
        return newest.values().stream()
                .sorted(Comparator.comparing(Fact.Artifact::artifact))
                .toList();
    }

    private static @Nullable Appealed appeal(Place place, List<Fact> facts) {
        String misconduct = place.misconduct();
        return of(Appealed.class, facts)
                .filter(appeal -> misconduct != null
                        ? misconduct.equals(appeal.misconduct())
                        : Integer.valueOf(place.number()).equals(appeal.number())
                                && String.valueOf(place.criterion()).equals(appeal.criterion()))
                .findFirst()
                .orElse(null);
    }

    private static <F extends Fact> Stream<F> of(Class<F> form, List<Fact> facts) {
        return facts.stream().filter(form::isInstance).map(form::cast);
    }
}
