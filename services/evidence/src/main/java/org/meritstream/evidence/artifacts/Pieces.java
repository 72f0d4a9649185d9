package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.signin.CallingLearner;
import org.meritstream.log.http.Caller;

/** The pieces of work that a caller may see: a learner's own, and for reviewers and registrars all of their tenant. */
@RequestScoped
class Pieces {
    private final Artifacts artifacts;
    private final CallingLearner learner;
    private final Caller caller;

    Pieces(Artifacts artifacts, CallingLearner learner, Caller caller) {
        this.artifacts = artifacts;
        this.learner = learner;
        this.caller = caller;
    }

    /** One of them; what may not be seen looks like what is not there. */
    Uni<Piece> find(UUID id) {
        return artifacts
                .find(caller.tenant(), id, viewer())
                .onItem()
                .ifNull()
                .failWith(ArtifactProblems::unknown)
                .invoke(piece -> {
                    if (piece.submission() == null && !isShown(piece)) {
                        throw ArtifactProblems.unknown();
                    }
                });
    }

    /** The try before it, or null. */
    Uni<@Nullable Piece> before(Piece piece) {
        return artifacts.before(piece);
    }

    /** Whether the caller may know whose it is: its learner and registrars. */
    boolean knowsWhose(Piece piece) {
        return learner.has("registrar") || isOwn(piece);
    }

    /** An upload that is not handed in is nobody's business but its learner's. */
    private boolean isShown(Piece piece) {
        return knowsWhose(piece) && piece.isThere();
    }

    private boolean isOwn(Piece piece) {
        LearnerKey own = learner.own();
        return own != null && (viewer() != null || own.equals(piece.learner()));
    }

    /** Staff see all, whether or not they are learners as well. */
    private @Nullable UUID viewer() {
        if (learner.has("registrar") || learner.has("reviewer")) {
            return null;
        }
        LearnerKey own = learner.own();
        if (own == null) {
            throw ArtifactProblems.unknown();
        }
        return own.id();
    }
}
