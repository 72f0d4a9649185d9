package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner holds was put into one signed record. Ids and a digest only; the document stands on its own topic.
 *
 * @param request which request of the learner this answers, or null where a registrar asked at their word
 * @param stack the credential that it is about, or null for everything that was held
 * @param credentials those within, in their order
 * @param address where it is; answers 404 until it is shared
 * @param digest {@code sha-256:<hex>} of the signed JSON document, as it was issued
 * @param issuedAt the moment whose state it is
 */
public record RecordIssued(
        String tenant,
        UUID learner,
        UUID record,
        @Nullable UUID request,
        @Nullable UUID stack,
        List<UUID> credentials,
        String address,
        String digest,
        Instant issuedAt)
        implements IssuanceEvent {
    public RecordIssued {
        Limits.that(!credentials.isEmpty(), "credentials is empty: a record holds at least one");
        Limits.digest("digest", digest);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
