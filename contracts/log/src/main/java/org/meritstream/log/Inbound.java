package org.meritstream.log;

import java.time.Instant;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;

/**
 * An event as it was read.
 *
 * @param message the record's own bytes, kept so that it can be set aside and taken up again unchanged
 */
public record Inbound(Position position, Event<?> event, Message message) {

    /** The CloudEvents attributes. */
    public EventHeader header() {
        return event.header();
    }

    /** What it says. */
    public EventData data() {
        return event.data();
    }

    /** The event's id. */
    public String id() {
        return event.header().id();
    }

    /** The event's own time: the {@code now} of a decision. */
    public Instant time() {
        return event.header().time();
    }
}
