package org.meritstream.issuance.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meritstream.events.Message;
import org.meritstream.events.ResumeWaiting;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/**
 * How awards that waited for one thing are taken up turn after turn (docs/adr/0013): a command for the next turn, and below it a timer. A store
 * that was put back to an older copy reads again in silence, and silence swallows the command; the timer lies in the store, and falls due when
 * the reading is done. Pure.
 */
final class Chain {
    private Chain() {}

    /** The command that takes up the next of what waits for a key. */
    static Message next(Inbound bringer, String key) {
        String id = EventIds.of("issuance.resume-waiting", bringer.id(), key);
        return Emission.of(Announcement.SERVICE, bringer, id, command(bringer, key));
    }

    /**
     * The timers that a turn sets and cancels.
     *
     * @param provided what the turn brings, and by which event
     * @param left what more waits for
     * @param missing what is not there after all: nothing goes on until it is brought
     */
    static List<Write> timers(Map<String, Inbound> provided, Set<String> left, Set<String> missing) {
        List<Timer> set = provided.entrySet().stream()
                .filter(brought -> left.contains(brought.getKey()) && !missing.contains(brought.getKey()))
                .map(brought -> timer(brought.getValue(), brought.getKey()))
                .toList();
        List<String> cancelled = provided.entrySet().stream()
                .filter(brought ->
                        brought.getValue().data() instanceof ResumeWaiting && !left.contains(brought.getKey()))
                .map(brought -> name(brought.getKey()))
                .sorted()
                .toList();
        return Timers.writes(Announcement.SERVICE, set, cancelled);
    }

    private static Timer timer(Inbound bringer, String key) {
        return Timer.below(name(key), bringer, command(bringer, key));
    }

    private static String name(String key) {
        return "resume-waiting/" + key;
    }

    private static ResumeWaiting command(Inbound bringer, String key) {
        return new ResumeWaiting(bringer.data().tenant(), key);
    }
}
