package org.meritstream.walletsync.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RecordRefusal;

/**
 * That the learner asked for what they hold in one signed record, and what came of it.
 *
 * @param asked null while only the answer was heard of
 * @param record what was made for it, or null
 * @param refused why nothing was, or null
 */
public record RecordRequest(
        UUID request,
        @Nullable Asked asked,
        @Nullable UUID record,
        @Nullable RecordRefusal refused) {

    /**
     * What was asked for.
     *
     * @param stack a credential that was earned by holding others, or null for everything
     */
    public record Asked(@Nullable UUID stack, Instant at) {}

    /** One that nothing is known of yet. */
    static RecordRequest unheard(UUID request) {
        return new RecordRequest(request, null, null, null);
    }

    /** This one, asked. */
    public RecordRequest asked(Asked what) {
        return new RecordRequest(request, what, record, refused);
    }

    /** This one, met. */
    public RecordRequest met(UUID by) {
        return new RecordRequest(request, asked, by, refused);
    }

    /** This one, refused. */
    public RecordRequest refused(RecordRefusal why) {
        return new RecordRequest(request, asked, record, why);
    }

    /** Whether it waits for an answer. */
    public boolean open() {
        return record == null && refused == null;
    }
}
