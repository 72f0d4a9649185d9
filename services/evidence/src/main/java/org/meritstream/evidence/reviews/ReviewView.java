package org.meritstream.evidence.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rubric;
import org.meritstream.evidence.judgement.VerdictsAsked;
import org.meritstream.evidence.reviews.ShowReviewDecision.Shown;

/**
 * A review for whoever decides it.
 *
 * @param review as in the queue
 * @param task what the learner has to show, absent where an appeal is against misconduct
 * @param verdicts what may be decided: ids of levels, else {@code passed} and {@code failed}, or {@code stands} and {@code falls}
 * @param works what was handed in; the content and its changes stand at the addresses
 * @param before what was decided on earlier tries, the oldest first
 * @param decisions of others on this try; for whoever settles it, or has decided
 * @param appeal why the learner appeals
 * @param finding of misconduct that is appealed, and why it was made
 * @param terms that hold for this learner alone, by their effect
 * @param draft what whoever asks has written and not sent
 * @param language of what the institution wrote; for pages
 * @param byLevel whether the verdicts are levels of the rubric; for pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
        @JsonUnwrapped ReviewItem review,
        @Nullable Task task,
        List<String> verdicts,
        List<Piece> works,
        List<Decided> before,
        List<Decided> decisions,
        @Nullable Decided own,
        @Nullable Appeal appeal,
        @Nullable Finding finding,
        List<String> terms,
        @Nullable Draft draft,
        @JsonIgnore String language,
        @JsonIgnore boolean byLevel) {

    /** What the learner has to show. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String id,
            String name,
            String narrative,
            @Nullable Rubric rubric) {}

    /** A piece of work. */
    public record Piece(
            String id,
            String artifact,
            int number,
            String digest,
            String mediaType,
            Instant submittedAt,
            String content,
            String changes) {}

    /** What somebody decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            @Nullable Integer number,
            @Nullable ReviewSeat seat,
            @Nullable String level,
            @Nullable Boolean passed,
            @Nullable Boolean stands,
            @Nullable String feedback,
            Instant decidedAt) {}

    /** Why the learner appeals. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Appeal(@Nullable String reason, Instant appealedAt) {}

    /** What was found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(@Nullable String reason, boolean barring, Instant foundAt) {}

    /** A decision in the making. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(@Nullable String verdict, String feedback) {}

    /**
     * What is put together.
     *
     * @param texts by the ids of the facts they were written with
     * @param terms in the reader's language
     */
    record Parts(Shown shown, Map<String, String> texts, List<String> terms, Drafts.Draft draft) {}

    static ReviewView of(ReviewSearch.Found found, Parts parts) {
        Criterion criterion = ReviewItem.criterion(found);
        Shown shown = parts.shown();
        return new ReviewView(
                ReviewItem.of(found),
                criterion == null
                        ? null
                        : new Task(criterion.id(), criterion.name(), criterion.narrative(), criterion.rubric()),
                verdicts(found.task(), criterion),
                shown.works().stream().map(ReviewView::piece).toList(),
                shown.before().stream().map(review -> decision(review, parts)).toList(),
                shown.decisions().stream()
                        .map(review -> decision(review, parts))
                        .toList(),
                own(shown.own(), parts),
                shown.appeal() == null
                        ? null
                        : new Appeal(
                                parts.texts().get(shown.appeal().id()),
                                shown.appeal().appealedAt()),
                shown.finding() == null ? null : finding(shown.finding(), parts),
                parts.terms(),
                shown.own() != null || parts.draft().equals(Drafts.Draft.NOTHING)
                        ? null
                        : new Draft(parts.draft().verdict(), parts.draft().feedback()),
                found.version().definition().language(),
                isByLevel(found.task(), criterion));
    }

    private static Finding finding(Fact.Misconduct finding, Parts parts) {
        return new Finding(parts.texts().get(finding.id()), finding.barring(), finding.foundAt());
    }

    private static List<String> verdicts(ReviewTask task, @Nullable Criterion criterion) {
        if (task.place().misconduct() != null || criterion == null) {
            return List.of(Verdict.STANDS, Verdict.FALLS);
        }
        VerdictsAsked asked = VerdictsAsked.of(criterion);
        return asked.levels().isEmpty()
                ? List.of(Verdict.PASSED, Verdict.FAILED)
                : asked.levels().stream().map(Rubric.Level::id).toList();
    }

    private static boolean isByLevel(ReviewTask task, @Nullable Criterion criterion) {
        return task.place().misconduct() == null
                && criterion != null
                && !VerdictsAsked.of(criterion).levels().isEmpty();
    }

    private static Piece piece(Fact.Artifact fact) {
        String address = "/api/artifacts/" + fact.id();
        return new Piece(
                fact.id(),
                fact.artifact(),
                fact.number(),
                fact.digest(),
                fact.mediaType(),
                fact.submittedAt(),
                address + "/content",
                address + "/changes");
    }

    private static Decided decision(Fact.Review review, Parts parts) {
        return new Decided(
                review.number(),
                review.seat(),
                review.level(),
                review.passed(),
                null,
                parts.texts().get(review.id()),
                review.reviewedAt());
    }

    private static @Nullable Decided own(Fact.@Nullable OfAchievement own, Parts parts) {
        return switch (own) {
            case Fact.Review review -> decision(review, parts);
            case ReviewStep.Settled settled ->
                new Decided(
                        null,
                        ReviewSeat.APPEAL,
                        null,
                        null,
                        settled.stands(),
                        parts.texts().get(settled.id()),
                        settled.settledAt());
            case null, default -> null;
        };
    }
}
