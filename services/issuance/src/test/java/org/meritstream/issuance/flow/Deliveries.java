package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Puts events onto positions, as a log would. */
final class Deliveries {
    private long offset;

    Deliveries() {
        this(0);
    }

    Deliveries(long first) {
        offset = first;
    }

    Inbound deliver(Event<?> event) {
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, offset++), event, message);
    }

    List<Inbound> deliver(List<Event<?>> events) {
        return events.stream().map(this::deliver).toList();
    }

    /** What was said, as it is read again: each at a position of its own. */
    static List<Inbound> read(List<Message> said) {
        List<Inbound> read = new ArrayList<>();
        said.forEach(message -> read.add(new Inbound(
                new Position(message.topic(), 0, read.size()),
                EventFormat.read(message.headers(), message.body()),
                message)));
        return read;
    }

    /** Shuffled, with a third delivered twice at different positions. */
    List<Inbound> shuffled(List<Event<?>> events, Random random) {
        List<Event<?>> all = new ArrayList<>(events);
        for (Event<?> event : events) {
            if (random.nextInt(3) == 0) {
                all.add(event);
            }
        }
        Collections.shuffle(all, random);
        return deliver(all);
    }

    /** In batches of one to five. */
    static List<List<Inbound>> batches(List<Inbound> deliveries, Random random) {
        List<List<Inbound>> batches = new ArrayList<>();
        int from = 0;
        while (from < deliveries.size()) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(5));
            batches.add(deliveries.subList(from, to));
            from = to;
        }
        return batches;
    }
}
