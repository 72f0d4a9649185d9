package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import org.meritstream.events.Command;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;

/**
 * Something that falls due: a command which the service gives itself when the time has come.
 *
 * <p>The record follows from the timer alone, its id and its time included: the time of a decision about it is when it fell due, however late
 * it is read, and whoever appends it twice appends the same thing twice.
 *
 * @param name unique within the service, its tenant included; setting it again moves it, cancelling takes the name
 * @param dueAt when it falls due; one that lies back falls due at once
 * @param command decides by the state of its day whether it still means anything, for a timer may fall due while it is being cancelled
 */
public record Timer(String name, Instant dueAt, Command command) {
    /** Longer than any chain of commands takes, or two would run. */
    private static final Duration NET = Duration.ofMinutes(10);

    /**
     * The timer below a chain of commands that a service gives itself (docs/adr/0029): where a restored store reads again in silence, silence
     * swallows the commands; the timer lies in the store, and falls due when the reading is done. To be cancelled by whoever finds that nothing
     * is left to do, so that it never falls due where all is well: what fell due once is a duplicate the second time.
     *
     * @param chain unique within the service, its tenant or what it works off included
     * @param turn one that leaves something to do
     * @param next what goes on with it
     */
    public static Timer below(String chain, Inbound turn, Command next) {
        return new Timer(chain, turn.time().plus(NET), next);
    }

    /** The record that is appended. */
    public Message fellDue(String service) {
        String id = EventIds.of("fell-due", service, name, dueAt.toString());
        EventHeader header = new EventHeader(id, Emission.source(service), Emission.subject(command), dueAt, null);
        return EventFormat.write(new Event<>(header, command));
    }
}
