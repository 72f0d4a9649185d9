package org.meritstream.log;

import java.time.Instant;
import java.util.List;
import org.meritstream.events.Message;

/** Sees to a batch and says what it caused. The loop's only view of a service. */
public interface BatchHandler {

    /** The service's name. */
    String service();

    /** The topics it reads. */
    List<String> topics();

    /** Where the store says that the reading of each partition goes on. */
    List<Position> next();

    /** Has the store forget what it need not know any more ({@link Journal#forget}). */
    int forget(String topic, Instant handledBefore, int most);

    /**
     * Decides, stores, and returns what the store says these events caused, in their order.
     *
     * @throws RecordFault when a record is at fault; any other exception is a dependency's fault and may pass
     */
    List<Message> handle(List<Inbound> batch);
}
