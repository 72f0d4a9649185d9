package org.meritstream.evidence.notes;

import java.time.Instant;
import java.util.UUID;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A text that somebody wrote about a learner.
 *
 * @param id of the command it was written with
 * @param kind what it is, such as {@code accommodation}
 * @param author the subject of the writer's token
 */
public record Note(UUID id, LearnerKey learner, String kind, String author, String text, Instant writtenAt) {}
