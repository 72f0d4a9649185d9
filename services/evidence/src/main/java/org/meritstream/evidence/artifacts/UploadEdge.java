package org.meritstream.evidence.artifacts;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.storage.Arrival;
import org.meritstream.evidence.storage.Received;
import org.meritstream.evidence.storage.Reception;
import org.meritstream.evidence.storage.Storage;
import org.meritstream.evidence.storage.StorageConfig;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.ProblemException;

/**
 * Takes an upload: to disk, into its row, to its place, in that order, so that after a crash the row says what may lie where. It blocks its
 * thread while the file comes, and takes as many at once as the configuration says.
 */
@ApplicationScoped
public class UploadEdge {
    private static final Logger LOG = Logger.getLogger(UploadEdge.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Artifacts artifacts;
    private final Optional<Storage> storage;
    private final StorageConfig config;
    private final Semaphore free;

    UploadEdge(Artifacts artifacts, Optional<Storage> storage, StorageConfig config) {
        this.artifacts = artifacts;
        this.storage = storage;
        this.config = config;
        this.free = new Semaphore(config.atOnce());
    }

    /**
     * What somebody sends.
     *
     * @param length in bytes as the sender says, or -1
     * @param digest {@code sha-256:<hex>} as the sender says, or null
     * @param name of the file as the sender says, or null
     */
    public record Sent(
            InputStream bytes,
            long length,
            @Nullable String digest,
            @Nullable String name) {}

    /**
     * Receives a file and keeps it.
     *
     * @throws ProblemException when it is not kept, and why
     */
    public UploadView take(LearnerKey learner, Sent sent) {
        Storage place = storage.orElseThrow(ArtifactProblems::noStorage);
        if (sent.length() > largest()) {
            throw ArtifactProblems.tooLarge(largest());
        }
        if (!free.tryAcquire()) {
            throw ArtifactProblems.busy();
        }
        try {
            checkRoom(learner, Math.max(sent.length(), 1));
            UUID id = CommandIds.next(Instant.now());
            Received received = receive(place, id, sent);
            return UploadView.of(keep(place, piece(id, learner, received, sent.name()), received));
        } finally {
            free.release();
        }
    }

    private void checkRoom(LearnerKey learner, long more) {
        if (artifacts.used(learner).await().atMost(PATIENCE) + more > perLearner()) {
            throw ArtifactProblems.quota(perLearner());
        }
    }

    private Received receive(Storage place, UUID id, Sent sent) {
        try {
            return switch (new Reception(place.arrivals(), largest()).receive(sent.bytes(), id, sent.digest())) {
                case Arrival.Whole whole -> whole.received();
                case Arrival.TooLarge tooLarge -> throw ArtifactProblems.tooLarge(tooLarge.largest());
                case Arrival.Empty empty -> throw ArtifactProblems.empty();
                case Arrival.OtherDigest other -> throw ArtifactProblems.otherDigest();
            };
        } catch (IOException away) {
            LOG.infof("upload.incomplete fault=%s", away.getClass().getSimpleName());
            throw ArtifactProblems.incomplete();
        }
    }

    private static Piece piece(UUID id, LearnerKey learner, Received received, @Nullable String name) {
        return new Piece(
                id,
                learner,
                Piece.Kind.UPLOAD,
                Piece.State.ARRIVING,
                received.digest(),
                received.mediaType(),
                received.size(),
                FileName.of(name),
                null,
                Instant.now(),
                null);
    }

    private Piece keep(Storage place, Piece piece, Received received) {
        try {
            if (!artifacts.begin(piece, perLearner()).await().atMost(PATIENCE)) {
                throw ArtifactProblems.quota(perLearner());
            }
            place.keep(piece.place(), received);
            artifacts.arrived(piece).await().atMost(PATIENCE);
            LOG.infof("upload.kept id=%s size=%d", piece.id(), piece.size());
            return piece;
        } catch (IOException away) {
            LOG.warnf(
                    "upload.not-kept id=%s fault=%s",
                    piece.id(), away.getClass().getSimpleName());
            throw ArtifactProblems.storageAway();
        } finally {
            delete(received);
        }
    }

    private static void delete(Received received) {
        try {
            Files.deleteIfExists(received.file());
        } catch (IOException e) {
            LOG.warnf("upload.left fault=%s", e.getClass().getSimpleName());
        }
    }

    private long largest() {
        return config.largest().asLongValue();
    }

    private long perLearner() {
        return config.perLearner().asLongValue();
    }
}
