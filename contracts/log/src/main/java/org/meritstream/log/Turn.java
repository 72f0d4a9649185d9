package org.meritstream.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.meritstream.events.Message;

/**
 * What one batch decided: handled rows and writes, stored together or not at all.
 *
 * @param <W> a write of the service's store
 */
public final class Turn<W> {
    private final List<Handled> handled = new ArrayList<>();
    private final List<Position> next = new ArrayList<>();
    private final List<W> writes = new ArrayList<>();
    private final SortedSet<String> locks = new TreeSet<>();

    /** Sees to an event: what was emitted for it, possibly nothing. Each fresh event of a batch exactly once. */
    public Turn<W> handled(Inbound event, List<Message> emitted) {
        handled.add(new Handled(event.id(), event.position().cause(), List.copyOf(emitted)));
        return this;
    }

    /** Says where the reading of a partition goes on once this is stored. */
    public Turn<W> next(Position position) {
        next.add(position);
        return this;
    }

    /** Adds a write; writes are carried out in order. */
    public Turn<W> write(W write) {
        writes.add(write);
        return this;
    }

    /** Names something that no other replica may provide or wait for at the same moment; taken in one order by all. */
    public Turn<W> lock(String key) {
        locks.add(key);
        return this;
    }

    public List<Handled> handled() {
        return Collections.unmodifiableList(handled);
    }

    /** One for each partition of the batch. */
    public List<Position> next() {
        return Collections.unmodifiableList(next);
    }

    public List<W> writes() {
        return Collections.unmodifiableList(writes);
    }

    /** In ascending order. */
    public SortedSet<String> locks() {
        return Collections.unmodifiableSortedSet(locks);
    }
}
