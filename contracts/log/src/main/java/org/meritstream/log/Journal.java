package org.meritstream.log;

import java.util.Collection;
import java.util.Map;

/**
 * The store as the loop sees it.
 *
 * @param <W> a write of the store
 */
public interface Journal<W> {

    /** Which of these events were handled already, by id. */
    Map<String, Handled> known(Collection<Inbound> events);

    /**
     * Stores the handled rows and the writes, all or nothing.
     *
     * @throws Contended when another replica changed what the turn was decided on; nothing was stored
     */
    void commit(Turn<W> turn);
}
