package org.meritstream.issuance.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Write;

/** A journal before whose first storing something else happens: another replica is faster, or the process ends. */
final class Meanwhile implements Journal<Write> {
    private final Journal<Write> journal;
    private final Runnable other;
    private final AtomicBoolean happened = new AtomicBoolean();

    Meanwhile(Journal<Write> journal, Runnable other) {
        this.journal = journal;
        this.other = other;
    }

    @Override
    public Map<String, Handled> known(Collection<Inbound> events) {
        return journal.known(events);
    }

    @Override
    public List<Position> next() {
        return journal.next();
    }

    @Override
    public int forget(String topic, Instant handledBefore, int most) {
        return journal.forget(topic, handledBefore, most);
    }

    @Override
    public void commit(Turn<Write> turn) {
        if (!happened.getAndSet(true)) {
            other.run();
        }
        journal.commit(turn);
    }
}
