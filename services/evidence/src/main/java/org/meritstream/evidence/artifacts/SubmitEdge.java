package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.SubmitArtifact;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.Digests;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;

/**
 * Takes a submission: first what is private of it is stored, then the command is appended under the same id. An upload is submitted under
 * its own id; so whoever got no answer and asks again appends the same command, which is carried out once.
 */
@ApplicationScoped
public class SubmitEdge {
    private final Artifacts artifacts;
    private final CommandEdge commands;

    SubmitEdge(Artifacts artifacts, CommandEdge commands) {
        this.artifacts = artifacts;
        this.commands = commands;
    }

    /**
     * Appends a submission.
     *
     * @param by the subject of the caller's token
     * @param prefer the request's {@code Prefer} header
     */
    public Uni<Response> submit(LearnerKey learner, SubmitRequest asked, String by, @Nullable String prefer) {
        Piece.Submission submission =
                new Piece.Submission(asked.achievement(), asked.artifact(), Instant.now(), by, null, null);
        // Before anything is stored: an upload would be used up by what no command can be made of.
        command(learner, submission, Digests.of(""), "text/plain");
        Uni<Piece> stored = switch (asked.given()) {
            case SubmitRequest.Given.Upload upload -> upload(learner, upload.id(), submission);
            case SubmitRequest.Given.Words words -> keep(learner, words, submission);
        };
        return stored.chain(piece -> commands.request(
                piece.id(), command(piece.learner(), submission, piece.digest(), piece.mediaType()), prefer));
    }

    private Uni<Piece> keep(LearnerKey learner, SubmitRequest.Given.Words words, Piece.Submission submission) {
        byte[] bytes = words.content().getBytes(StandardCharsets.UTF_8);
        Piece given = new Piece(
                CommandIds.next(submission.at()),
                learner,
                words.kind(),
                Piece.State.SUBMITTED,
                Digests.of(words.content()),
                words.mediaType(),
                bytes.length,
                null,
                words.content(),
                submission.at(),
                submission);
        return artifacts.keep(given).replaceWith(given);
    }

    private Uni<Piece> upload(LearnerKey learner, UUID id, Piece.Submission submission) {
        return artifacts
                .submit(learner, id, submission)
                .chain(submitted -> submitted != null
                        ? Uni.createFrom().item(submitted)
                        : artifacts
                                .find(learner.tenant(), id, learner.id())
                                .map(piece -> submittedBefore(piece, submission)));
    }

    private static Piece submittedBefore(@Nullable Piece piece, Piece.Submission submission) {
        Piece.Submission before = piece == null ? null : piece.submission();
        if (piece == null || before == null) {
            throw ArtifactProblems.unknownUpload();
        }
        if (!before.isFor(submission.achievement(), submission.artifact())) {
            throw ArtifactProblems.usedUpload();
        }
        return piece;
    }

    private static SubmitArtifact command(
            LearnerKey learner, Piece.Submission submission, String digest, String mediaType) {
        try {
            return new SubmitArtifact(
                    learner.tenant(), learner.id(), submission.achievement(), submission.artifact(), digest, mediaType);
        } catch (MalformedEvent fault) {
            throw ArtifactProblems.malformed("/achievement", String.valueOf(fault.getMessage()));
        }
    }
}
