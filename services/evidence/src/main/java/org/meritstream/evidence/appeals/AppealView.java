package org.meritstream.evidence.appeals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.evidence.judgement.AppealOutcome;

/**
 * An appeal: what was decided first, why the learner does not accept it, and what it came to.
 *
 * @param state {@code OPEN}, {@code STANDS} (the first decision does), {@code CHANGED} or {@code CLOSED} (nobody has to decide any more)
 * @param review id of the look that it leads to
 * @param first the decisions that counted before
 * @param outcome the decision that counts instead
 * @param clearedAt when a finding of misconduct was cleared without a decision on the appeal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppealView(
        String id,
        UUID learner,
        String achievement,
        @Nullable String criterion,
        @Nullable Integer number,
        @Nullable String misconduct,
        String state,
        @Nullable UUID review,
        @Nullable String reason,
        Instant appealedAt,
        List<Decided> first,
        @Nullable Decided outcome,
        @Nullable Instant clearedAt) {

    /** What somebody decided; who is told by an opaque id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            @Nullable String reviewer,
            @Nullable String level,
            @Nullable Boolean passed,
            @Nullable Boolean stands,
            @Nullable String feedback,
            Instant decidedAt) {}

    /**
     * Puts an appeal together.
     *
     * @param facts of the learner in the achievement
     * @param newest version of the achievement, or null where there is none
     * @param texts by the ids of the facts they were written with
     */
    static AppealView of(
            AppealSearch.Found found,
            List<Fact> facts,
            @Nullable AchievementPublished newest,
            Map<String, String> texts) {
        Appealed appeal = (Appealed) found.said().fact();
        return appeal.misconduct() == null
                ? ofReview(found, outcome(appeal, facts, newest), texts)
                : ofFinding(found, appeal, facts, texts);
    }

    private static AppealOutcome outcome(Appealed appeal, List<Fact> facts, @Nullable AchievementPublished newest) {
        Criterion criterion = newest == null
                ? null
                : newest.definition().criteria().stream()
                        .filter(one -> one.id().equals(appeal.criterion()))
                        .findFirst()
                        .orElse(null);
        Integer number = appeal.number();
        return criterion == null || number == null
                ? new AppealOutcome(List.of(), null, false)
                : AppealOutcome.of(criterion, number, facts);
    }

    /** What an appeal came to. */
    private record Came(
            String state,
            List<Decided> first,
            @Nullable Decided outcome,
            @Nullable Instant cleared) {}

    private static AppealView ofReview(AppealSearch.Found found, AppealOutcome outcome, Map<String, String> texts) {
        Fact.Review second = outcome.second();
        String decided = outcome.changed() ? "CHANGED" : "STANDS";
        return view(
                found,
                texts,
                new Came(
                        second == null ? waiting(found) : decided,
                        outcome.first().stream().map(one -> decided(one, texts)).toList(),
                        second == null ? null : decided(second, texts),
                        null));
    }

    private static AppealView ofFinding(
            AppealSearch.Found found, Appealed appeal, List<Fact> facts, Map<String, String> texts) {
        Decided first = null;
        Decided outcome = null;
        Instant cleared = null;
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Misconduct one
                when one.id().equals(appeal.misconduct()) ->
                    first = new Decided(null, null, null, true, texts.get(one.id()), one.foundAt());
                case ReviewStep.Settled one
                when one.misconduct().equals(appeal.misconduct()) ->
                    outcome =
                            new Decided(one.reviewer(), null, null, one.stands(), texts.get(one.id()), one.settledAt());
                case Fact.Cleared one when one.misconduct().equals(appeal.misconduct()) -> cleared = one.clearedAt();
                default -> {}
            }
        }
        String state = outcome == null ? waiting(found) : Boolean.TRUE.equals(outcome.stands()) ? "STANDS" : "CHANGED";
        return view(found, texts, new Came(state, first == null ? List.of() : List.of(first), outcome, cleared));
    }

    private static String waiting(AppealSearch.Found found) {
        return "OPEN".equals(found.state()) ? "OPEN" : "CLOSED";
    }

    private static Decided decided(Fact.Review review, Map<String, String> texts) {
        return new Decided(
                review.reviewer(), review.level(), review.passed(), null, texts.get(review.id()), review.reviewedAt());
    }

    private static AppealView view(AppealSearch.Found found, Map<String, String> texts, Came came) {
        Appealed appeal = (Appealed) found.said().fact();
        return new AppealView(
                appeal.id(),
                found.said().learner(),
                found.said().achievement(),
                appeal.criterion(),
                appeal.number(),
                appeal.misconduct(),
                came.state(),
                found.review(),
                texts.get(appeal.id()),
                appeal.appealedAt(),
                came.first(),
                came.outcome(),
                came.cleared());
    }
}
