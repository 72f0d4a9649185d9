package org.meritstream.assessment.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AssessmentEvent;

/**
 * A fact that waits for the roster to know an e-mail address.
 *
 * @param account the sender's account, to be linked with the learner once known
 * @param place of the event in its delivery, from 0
 * @param fact with no learner yet
 */
public record Unjoined(
        UUID id,
        String tenant,
        UUID emailKey,
        @Nullable UUID account,
        UUID delivery,
        int place,
        AssessmentEvent fact) {}
