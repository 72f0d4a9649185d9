package org.meritstream.walletsync.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed record of what its learner held at a moment.
 *
 * @param made null while only its visibility was heard of
 * @param sharing who may see it, and since when
 */
public record LearnerRecord(UUID record, @Nullable Made made, Sharing sharing) {

    /**
     * What was made.
     *
     * @param stack the credential that it is about, or null for everything
     * @param credentials those within
     * @param address its public address; answers 404 until it is shared
     * @param at the moment whose state it is
     */
    public record Made(@Nullable UUID stack, List<UUID> credentials, String address, Instant at) {
        public Made {
            credentials = List.copyOf(credentials);
        }
    }

    /** One that nothing is known of yet. */
    static LearnerRecord unheard(UUID record) {
        return new LearnerRecord(record, null, Sharing.NEVER);
    }

    /** This record, made. */
    public LearnerRecord made(Made known) {
        return new LearnerRecord(record, known, sharing);
    }

    /** This record, seen by others or no longer seen. */
    public LearnerRecord shared(Sharing changed) {
        return new LearnerRecord(record, made, changed);
    }
}
