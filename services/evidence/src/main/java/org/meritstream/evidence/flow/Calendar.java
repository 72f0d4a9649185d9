package org.meritstream.evidence.flow;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/** What a turn lets fall due later, and what it no longer waits for; of what is said of one name the last counts. */
public final class Calendar {
    private final SortedMap<String, Timer> set = new TreeMap<>();
    private final SortedSet<String> cancelled = new TreeSet<>();

    /** Lets something fall due, or moves it. */
    public void set(Timer timer) {
        cancelled.remove(timer.name());
        set.put(timer.name(), timer);
    }

    /** Nothing falls due under this name any more. */
    public void cancel(String name) {
        set.remove(name);
        cancelled.add(name);
    }

    /** What the turn has set. */
    public List<Timer> timers() {
        return List.copyOf(set.values());
    }

    /** What the turn has cancelled. */
    public List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    List<Write> writes(String service) {
        return Timers.writes(service, timers(), cancelled());
    }
}
