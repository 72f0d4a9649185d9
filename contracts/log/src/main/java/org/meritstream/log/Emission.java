package org.meritstream.log;

import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;

/** Turns a decided fact into the record that is stored with its cause and emitted. */
public final class Emission {
    private Emission() {}

    /** A fact caused by an event: it carries the cause's time and trace. */
    public static Message of(String service, Inbound cause, String id, EventData data) {
        EventHeader header = new EventHeader(
                id, source(service), subject(data), cause.time(), cause.header().traceparent());
        return EventFormat.write(new Event<>(header, data));
    }

    /** The CloudEvents {@code source} of a service. */
    public static String source(String service) {
        return "/meritstream/" + service;
    }

    /** The CloudEvents {@code subject} of a fact, which is also its record's key. */
    public static String subject(EventData data) {
        return data.tenant() + "/" + data.aggregate();
    }
}
