package org.meritstream.evidence.artifacts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.storage.Place;

/**
 * A piece of work as it is kept here.
 *
 * @param id of the command that hands it in, and of the fact
 * @param digest {@code sha-256:<hex>} of the file, or of {@code content}
 * @param fileName what the learner calls the file, made harmless; null where there is none
 * @param content of a link or a reference to a platform, as it stands; null of an upload
 * @param submission null until one names it
 */
public record Piece(
        UUID id,
        LearnerKey learner,
        Kind kind,
        State state,
        String digest,
        String mediaType,
        long size,
        @Nullable String fileName,
        @Nullable String content,
        Instant givenAt,
        @Nullable Submission submission) {

    /** How it was given. */
    public enum Kind {
        UPLOAD,
        LINK,
        LMS
    }

    /** How far it has come; see the table. */
    public enum State {
        ARRIVING,
        ARRIVED,
        SUBMITTED,
        SWEPT,
        GONE
    }

    /**
     * For what it was handed in, and what became of that.
     *
     * @param artifact what it is, as the rule names it
     * @param by the subject of the token of who handed it in
     * @param number null while it is not decided, or where it was refused
     * @param refusal null while it is not decided, or where it was taken
     */
    public record Submission(
            String achievement,
            String artifact,
            Instant at,
            String by,
            @Nullable Integer number,
            @Nullable List<Phrase> refusal) {

        boolean isFor(String otherAchievement, String otherArtifact) {
            return achievement.equals(otherAchievement) && artifact.equals(otherArtifact);
        }
    }

    /** Where the file lies. */
    Place place() {
        return new Place(learner.tenant(), digest, id);
    }

    /** Whether its bytes can be had. */
    boolean isThere() {
        return state == State.ARRIVED || state == State.SUBMITTED;
    }
}
