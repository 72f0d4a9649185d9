package org.meritstream.events;

import java.util.UUID;

/** What an event says, by producer. A consumer switches over the sealed type it reads, exhaustively. */
public sealed interface EventData permits AssessmentEvent, EvidenceEvent, IssuanceEvent, WalletEvent, Command {

    /** The tenant (an issuer within one data controller) whose fact this is. */
    String tenant();

    /** What the record is keyed by, without the tenant; records of one key keep their order. */
    String aggregate();

    /** The learner an event is about, as its key. */
    static String of(UUID learner) {
        return learner.toString();
    }
}
