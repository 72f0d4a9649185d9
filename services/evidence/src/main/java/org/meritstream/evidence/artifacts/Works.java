package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.http.ProblemException;

/** Pieces of work as pages show and give them. The page has made sure whose eyes they are for. */
@ApplicationScoped
public class Works {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Artifacts artifacts;
    private final Contents contents;

    Works(Artifacts artifacts, Contents contents) {
        this.artifacts = artifacts;
        this.contents = contents;
    }

    /**
     * A piece of work without whose it is.
     *
     * @param changes since the try before; null where it was the first, or where the bytes are not to be had
     */
    public record Blind(PieceView work, @Nullable ChangesView changes) {}

    /** These, as far as they are kept here, in their order: an older copy of the store may lack one. */
    public Uni<List<Blind>> blind(String tenant, List<UUID> ids, Words words) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> blind(tenant, id, words))
                .collect()
                .asList();
    }

    /** The bytes under a name that says nothing of anybody. It blocks its thread. */
    public Response content(String tenant, UUID id, ContentQuery asked) {
        Piece piece = known(artifacts.find(tenant, id, null));
        return contents.answer(piece, PieceView.neutralName(piece), asked);
    }

    /** A learner's own. It blocks its thread. */
    public Response content(LearnerKey learner, UUID id, ContentQuery asked) {
        Piece piece = known(artifacts.find(learner.tenant(), id, learner.id()));
        return contents.answer(piece, PieceView.name(piece), asked);
    }

    private Uni<@Nullable Blind> blind(String tenant, UUID id, Words words) {
        return artifacts
                .find(tenant, id, null)
                .chain(piece -> piece == null
                        ? Uni.createFrom().nullItem()
                        : artifacts
                                .before(piece)
                                // Texts are read and compared, which is no work for the event loop.
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(before -> new Blind(PieceView.blind(piece, words), changes(piece, before))));
    }

    /** Whoever reviews is better off without a comparison than without the page. */
    private @Nullable ChangesView changes(Piece piece, @Nullable Piece before) {
        if (before == null) {
            return null;
        }
        try {
            return contents.changes(piece, before, false);
        } catch (ProblemException away) {
            return null;
        }
    }

    private static Piece known(Uni<@Nullable Piece> found) {
        Piece piece = found.await().atMost(PATIENCE);
        if (piece == null || piece.submission() == null) {
            throw ArtifactProblems.unknown();
        }
        return piece;
    }
}
