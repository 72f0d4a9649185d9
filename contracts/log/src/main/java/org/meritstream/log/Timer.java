package org.meritstream.log;

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

    /** The record that is appended. */
    public Message fellDue(String service) {
        String id = EventIds.of("fell-due", service, name, dueAt.toString());
        EventHeader header = new EventHeader(id, Emission.source(service), Emission.subject(command), dueAt, null);
        return EventFormat.write(new Event<>(header, command));
    }
}
