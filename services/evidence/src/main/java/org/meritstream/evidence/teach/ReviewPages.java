package org.meritstream.evidence.teach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.Works;
import org.meritstream.evidence.reviews.ReviewEdge;
import org.meritstream.evidence.reviews.ReviewView;
import org.meritstream.evidence.reviews.Reviewer;
import org.meritstream.evidence.signin.Frame;

/** Puts together the page of a review: the review as the desk shows it, and the work itself. */
@ApplicationScoped
class ReviewPages {
    private final ReviewEdge edge;
    private final Works works;

    ReviewPages(ReviewEdge edge, Works works) {
        this.edge = edge;
        this.works = works;
    }

    /** What is said beside it. */
    record Said(@Nullable String problem, @Nullable String notice) {}

    /** The page, unless the review is not there for this reviewer. */
    Uni<ReviewPage> page(Frame frame, Reviewer who, UUID review, Said said) {
        return edge.show(who, review, frame.words())
                .chain(view -> shown(frame, who, view).map(works -> ReviewPage.of(frame, view, works, said)));
    }

    /** Whether a piece of work is one that whoever decides a review is shown. */
    Uni<Boolean> shows(Frame frame, Reviewer who, UUID review, UUID work) {
        return edge.show(who, review, frame.words())
                .map(view -> view.works().stream().anyMatch(one -> one.id().equals(work.toString())));
    }

    private Uni<List<ShownWork>> shown(Frame frame, Reviewer who, ReviewView view) {
        List<UUID> ids = view.works().stream()
                .map(ReviewView.Piece::id)
                .map(UUID::fromString)
                .toList();
        return works.blind(who.tenant(), ids, frame.words()).map(kept -> {
            Map<String, Works.Blind> byId = kept.stream()
                    .collect(Collectors.toMap(one -> one.work().id().toString(), Function.identity()));
            return view.works().stream()
                    .map(fact -> ShownWork.of(view.review().id(), fact, byId.get(fact.id()), frame.words()))
                    .toList();
        });
    }
}
