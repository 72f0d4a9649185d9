package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential was signed. Ids, digests and states only; the document stands on its own topic.
 *
 * @param number the award number
 * @param statusList id of the status list that carries its entry
 * @param digest {@code sha-256:<hex>} of the signed JSON document
 */
public record CredentialIssued(
        String tenant,
        UUID credential,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        String statusList,
        String digest,
        Instant issuedAt)
        implements IssuanceEvent {
    public CredentialIssued {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
