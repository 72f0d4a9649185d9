package org.meritstream.issuance.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.meritstream.events.RenewStatusList;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/** When a list is signed anew though nothing changed in it: a day after it last was, so that six more days of outage do no harm. Pure. */
final class Renewal {
    private static final Duration EVERY = Duration.ofDays(1);

    private Renewal() {}

    /** The timer of a list that was signed then. */
    static Timer of(String tenant, int number, Instant signedAt) {
        String name = "renew-status-list/" + StatusLists.id(tenant, number);
        return new Timer(name, signedAt.plus(EVERY), new RenewStatusList(tenant, number));
    }

    /** Sets them; whoever signs a list moves its timer. */
    static List<Write> set(Collection<Timer> timers) {
        return Timers.writes(Announcement.SERVICE, timers, List.of());
    }
}
