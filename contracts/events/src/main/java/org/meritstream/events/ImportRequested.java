package org.meritstream.events;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A learner handed in a credential of another issuer, to be counted once it is verified. Identifying data: it stands on a topic of its own, for
 * two weeks.
 *
 * @param request id of this request, the event's own; handed in again, it is another one
 * @param body what was handed in, in base64 (RFC 4648, section 4): a credential in any form, or {@code {"url": "…"}}
 */
public record ImportRequested(String tenant, UUID request, UUID learner, String body, Instant requestedAt)
        implements EvidenceEvent {
    public ImportRequested {
        try {
            Limits.that(Base64.getDecoder().decode(body).length > 0, "body is empty");
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("body is not base64", e);
        }
    }

    /** What was handed in. */
    public byte[] handedIn() {
        return Base64.getDecoder().decode(body);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }

    @Override
    public String toString() {
        return "ImportRequested[" + request + "]";
    }
}
