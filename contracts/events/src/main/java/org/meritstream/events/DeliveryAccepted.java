package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A sender's delivery, authenticated and kept raw. Private to the assessment service: it holds what the sender sent, personal data included.
 *
 * @param delivery this delivery's own id; a sender's retry is another delivery of the same event
 * @param source the source's name within the tenant
 * @param mediaType of the body, without parameters
 * @param verifiedBy what proved the sender: {@code jwt:<kid>} or {@code basic:<user>}
 * @param body what the sender said: for a signed token its claims, else the body as received; always JSON text
 */
public record DeliveryAccepted(
        String tenant,
        UUID delivery,
        String source,
        SourceKind kind,
        String mediaType,
        String verifiedBy,
        Instant receivedAt,
        String body)
        implements AssessmentEvent {

    @Override
    public String aggregate() {
        return delivery.toString();
    }
}
