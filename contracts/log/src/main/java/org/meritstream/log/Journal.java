package org.meritstream.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The store as the loop sees it.
 *
 * @param <W> a write of the store
 */
public interface Journal<W> {

    /** Which of these events were handled already, by id. */
    Map<String, Handled> known(Collection<Inbound> events);

    /** Where the reading of each partition goes on: all that lies before is in the store, with its effects. */
    List<Position> next();

    /**
     * Stores the handled rows, the writes and the next positions, all or nothing. A store without transactions keeps the positions last:
     * they may lag, and never lead.
     *
     * @throws Contended when another replica changed what the turn was decided on; nothing was stored
     */
    void commit(Turn<W> turn);

    /**
     * Forgets events of a topic that were handled before a moment, each with what became of it when it was a command. Safe
     * at any time from any replica, beside the loops.
     *
     * @param most how many at the most, so that nobody waits for it
     * @return how many were forgotten; fewer than {@code most} when no more are left, or another replica is at them
     */
    int forget(String topic, Instant handledBefore, int most);
}
