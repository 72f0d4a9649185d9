package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.meritstream.events.Message;

/**
 * A service's work over its journal: tells a redelivery from a duplicate, decides only what is fresh, and emits what the store says.
 *
 * <p>The same id at the same position is a redelivery: a crash came between the store's commit and the log's, so its bytes are emitted
 * again. The same id at any other position is a duplicate: nothing is emitted.
 *
 * @param <S> what a batch needs from the store
 * @param <W> a write of the store
 */
public final class Turns<S, W> implements BatchHandler {
    private static final int CONTENDED_TRIES = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    private final Work<S, W> work;
    private final Journal<W> journal;

    public Turns(Work<S, W> work, Journal<W> journal) {
        this.work = work;
        this.journal = journal;
    }

    @Override
    public String service() {
        return work.service();
    }

    @Override
    public List<String> topics() {
        return work.topics();
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
    public List<Message> handle(List<Inbound> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(batch);
            } catch (Contended again) {
                if (attempt == CONTENDED_TRIES) {
                    throw again;
                }
                giveWay(attempt);
            }
        }
    }

    /** Two that try again at once meet again: each waits as long as chance says, up to 1 ms the first time and to twice as long each time after. */
    private static void giveWay(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE.toNanos() << (attempt - 1)));
    }

    private List<Message> once(List<Inbound> batch) {
        Map<String, Handled> known = journal.known(batch);
        List<Inbound> fresh = fresh(batch, known);
        if (fresh.isEmpty()) {
            return emitted(batch, known);
        }
        S state = work.load(fresh);
        Turn<W> turn = decide(state, fresh);
        ends(batch).forEach(end -> turn.next(end.next()));
        journal.commit(turn);
        known.putAll(turn.handled().stream().collect(Collectors.toMap(Handled::id, h -> h)));
        return emitted(batch, known);
    }

    private Turn<W> decide(S state, List<Inbound> fresh) {
        Turn<W> turn;
        try {
            turn = work.decide(state, fresh);
        } catch (RuntimeException e) {
            throw new RecordFault("the decision failed: " + e.getClass().getSimpleName(), e);
        }
        Set<String> seenTo = turn.handled().stream().map(Handled::id).collect(Collectors.toSet());
        if (seenTo.size() != fresh.size() || turn.handled().size() != fresh.size()) {
            throw new IllegalStateException("A turn sees to every fresh event exactly once");
        }
        return turn;
    }

    /** The last record of each partition, in one order for all replicas. */
    private static Collection<Position> ends(List<Inbound> batch) {
        SortedMap<String, Position> ends = new TreeMap<>();
        batch.forEach(event -> ends.merge(
                event.position().topic() + ":" + event.position().partition(),
                event.position(),
                (one, other) -> one.offset() < other.offset() ? other : one));
        return ends.values();
    }

    /** What is not known yet; within a batch the first of an id wins. */
    private static List<Inbound> fresh(List<Inbound> batch, Map<String, Handled> known) {
        Set<String> seen = new HashSet<>(known.keySet());
        return batch.stream().filter(event -> seen.add(event.id())).toList();
    }

    private static List<Message> emitted(List<Inbound> batch, Map<String, Handled> known) {
        List<Message> emitted = new ArrayList<>();
        for (Inbound event : batch) {
            Handled handled = known.get(event.id());
            if (handled != null && handled.cause().equals(event.position().cause())) {
                emitted.addAll(handled.emitted());
            }
        }
        return emitted;
    }
}
