package org.meritstream.issuance.bulk;

import java.time.Duration;
import java.util.List;
import org.meritstream.events.ContinueBulk;
import org.meritstream.events.Message;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/**
 * How a bulk operation comes from slice to slice: by a command to the service itself, with a timer beneath it that asks the same should the command
 * be swallowed while a restored store is read again (docs/adr/0029). Pure.
 */
public final class BulkChain {
    private static final Duration BENEATH = Duration.ofMinutes(10);
    /** More than a slice takes, so that the timer of a long operation moves on with it, and is another each time. */
    private static final Duration A_SLICE = Duration.ofSeconds(2);

    private BulkChain() {}

    /** Asks for the next slice. */
    public static Message next(Bulk bulk, Inbound cause) {
        ContinueBulk next = command(bulk);
        String id = EventIds.of("continue-bulk", next.bulk().toString(), String.valueOf(next.slice()));
        return Emission.of(Announcement.SERVICE, cause, id, next);
    }

    /** The timer beneath it, or its end where nothing is left to ask for. */
    public static List<Write> beneath(Bulk bulk) {
        if (bulk.over()) {
            return Timers.writes(Announcement.SERVICE, List.of(), List.of(name(bulk)));
        }
        Timer timer = new Timer(
                name(bulk), bulk.begunAt().plus(BENEATH).plus(A_SLICE.multipliedBy(bulk.slices())), command(bulk));
        return Timers.writes(Announcement.SERVICE, List.of(timer), List.of());
    }

    private static ContinueBulk command(Bulk bulk) {
        return new ContinueBulk(bulk.tenant(), bulk.id(), bulk.next());
    }

    private static String name(Bulk bulk) {
        return "bulk/" + bulk.tenant() + "/" + bulk.id();
    }
}
