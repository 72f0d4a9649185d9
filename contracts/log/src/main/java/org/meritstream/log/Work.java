package org.meritstream.log;

import java.util.List;

/**
 * A service's share of the loop.
 *
 * @param <S> what a batch needs from the store
 * @param <W> a write of the store
 */
public interface Work<S, W> {

    /** The service's name, as in {@code meritstream.<service>.commands}. */
    String service();

    /** The topics it reads. */
    List<String> topics();

    /**
     * Reads what the batch needs, in few statements. A fault here is the store's: the loop waits and asks again.
     *
     * @throws RecordFault when a record of the batch can not be processed at all
     */
    S load(List<Inbound> fresh);

    /**
     * Decides the events in order, each building on those before it. Pure: the same state and events always give the same turn. A
     * fault here is a record's: the batch is halved down to it, and it is dead-lettered with its reason.
     */
    Turn<W> decide(S state, List<Inbound> fresh);
}
