package org.meritstream.issuance.flow;

import java.util.List;
import org.meritstream.events.Message;
import org.meritstream.log.postgres.Write;

/** What follows from one event: what is stored, and what is told. */
record Effects(List<Write> writes, List<Message> emitted) {
    static final Effects NOTHING = new Effects(List.of(), List.of());
}
