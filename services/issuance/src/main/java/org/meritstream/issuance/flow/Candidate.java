package org.meritstream.issuance.flow;

import java.time.Instant;
import java.util.UUID;
import org.meritstream.events.AwardConferred;
import org.meritstream.log.Inbound;

/**
 * A conferred award that a batch may issue a credential for: one of its own, or one that waited for something it brings.
 *
 * @param trigger the event of the batch that it is decided under: itself, or the one that brought what it waited for
 */
record Candidate(Inbound award, Inbound trigger, AwardConferred conferred, UUID credential) {

    /** When the credential is issued: as soon as both were there. */
    Instant at() {
        return award.time().isAfter(trigger.time()) ? award.time() : trigger.time();
    }

    boolean resumed() {
        return !award.id().equals(trigger.id());
    }
}
