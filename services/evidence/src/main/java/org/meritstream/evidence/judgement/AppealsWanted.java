package org.meritstream.evidence.judgement;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.judgement.ReviewsWanted.Wanted;

/** Appeals that nobody has decided yet. */
final class AppealsWanted {
    private AppealsWanted() {}

    /** Against reviews of a criterion. */
    static Stream<Wanted> against(Question question, List<Try<ReviewTries.Work>> tries) {
        String criterion = question.criterion().id();
        return question.history()
                .all(Appealed.class)
                .filter(appeal -> criterion.equals(appeal.criterion()))
                .flatMap(appeal -> tries.stream()
                        .filter(tried -> Objects.equals(tried.number(), appeal.number()))
                        .filter(tried -> tried.work().decisions().stream()
                                .noneMatch(decision -> decision.seat() == ReviewSeat.APPEAL))
                        .map(tried -> wanted(appeal, tried)));
    }

    private static Wanted wanted(Appealed appeal, Try<ReviewTries.Work> tried) {
        Integer number = appeal.number();
        return new Wanted(
                appeal.criterion(),
                number == null ? 0 : number,
                ReviewSeat.APPEAL,
                null,
                tried.finished(),
                appeal.appealedAt(),
                ReviewsWanted.works(tried.work()));
    }

    /** Against findings of misconduct that were neither confirmed nor cleared. */
    static Stream<Wanted> againstMisconduct(History history) {
        Set<String> done = Stream.concat(
                        history.all(Fact.Cleared.class).map(Fact.Cleared::misconduct),
                        history.all(Settled.class).map(Settled::misconduct))
                .collect(Collectors.toSet());
        return history.all(Fact.Misconduct.class)
                .filter(finding -> !done.contains(finding.id()))
                .flatMap(finding -> history.all(Appealed.class)
                        .filter(appeal -> finding.id().equals(appeal.misconduct()))
                        .limit(1)
                        .map(appeal -> new Wanted(
                                finding.criterion(),
                                0,
                                ReviewSeat.APPEAL,
                                finding.id(),
                                finding.foundAt(),
                                appeal.appealedAt(),
                                List.of())));
    }
}
