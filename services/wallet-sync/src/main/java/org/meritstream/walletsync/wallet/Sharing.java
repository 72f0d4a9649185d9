package org.meritstream.walletsync.wallet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Visibility;

/**
 * Who may see a credential at its public address.
 *
 * @param decidedAt when the learner last said so, or null when never; of two decisions the later one stands
 */
public record Sharing(Visibility visibility, @Nullable Instant decidedAt) {

    /** Private, as every credential begins. */
    public static final Sharing NEVER = new Sharing(Visibility.PRIVATE, null);
}
