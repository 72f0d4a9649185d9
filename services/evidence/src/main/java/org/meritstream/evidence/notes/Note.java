package org.meritstream.evidence.notes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A text that somebody wrote about a learner, or about an achievement.
 *
 * @param id of the command it was written with
 * @param learner or null where it is about nobody
 * @param kind what it is, such as {@code accommodation}
 * @param author the subject of the writer's token
 */
public record Note(
        UUID id, String tenant, @Nullable UUID learner, String kind, String author, String text, Instant writtenAt) {

    /** A text about a learner. */
    public Note(UUID id, LearnerKey learner, String kind, String author, String text, Instant writtenAt) {
        this(id, learner.tenant(), learner.id(), kind, author, text, writtenAt);
    }
}
