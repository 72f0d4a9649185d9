package org.meritstream.assessment.learner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of a sender.
 *
 * @param id the learner's provisional id
 * @param learner the person, once known
 * @param announced whether facts were emitted under the provisional id, so that a link must be announced
 * @param since the sender's time of what the link rests on
 */
public record Account(UUID id, String tenant, @Nullable UUID learner, boolean announced, Instant since) {}
