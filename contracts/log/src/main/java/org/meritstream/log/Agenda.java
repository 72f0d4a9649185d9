package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.meritstream.events.Message;

/** What falls due when, as a service's store keeps it. Any number of replicas work it off together. */
public interface Agenda {

    /** How long a replica that took something may be appending it; then it is taken for dead, and another appends it again. */
    Duration HELD = Duration.ofSeconds(30);

    /**
     * One that fell due.
     *
     * @param message the record to append
     */
    record Due(String name, Instant at, Message message) {}

    /** The first that are due and that no other replica has in hand, at most so many. */
    List<Due> take(Instant now, int most);

    /** They are on the log. One that was set to another time meanwhile stays. */
    void done(List<Due> appended);
}
