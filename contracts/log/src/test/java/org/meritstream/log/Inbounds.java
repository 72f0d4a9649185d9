package org.meritstream.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.Event;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;

/** Events at chosen positions. */
final class Inbounds {
    private static final UUID SOMEONE = new UUID(0x8000L, 1);

    private Inbounds() {}

    static Inbound at(String id, long offset) {
        EventHeader header = new EventHeader(id, "/meritstream/evidence", "northgate/x", Instant.EPOCH, null);
        return new Inbound(
                new Position("meritstream.evidence.commands", 0, offset),
                new Event<>(header, new ApproveAward("northgate", SOMEONE, SOMEONE, null)),
                new Message("meritstream.evidence.commands", "northgate/x", Map.of(), new byte[0]));
    }
}
