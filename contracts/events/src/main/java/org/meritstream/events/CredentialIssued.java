package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential was signed. Ids, digests and states only; the document stands on its own topic.
 *
 * @param number the award number
 * @param statusList id of the status list that carries its entry
 * @param digest {@code sha-256:<hex>} of the signed JSON document
 * @param validUntil when it expires, or null where it does not
 * @param ects the ECTS credits that the achievement version states, or null where it states none
 * @param reissue which credential of the same award it takes the place of, or null of an award's first
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
        Instant issuedAt,
        @Nullable Instant validUntil,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal ects,

        @Nullable Reissue reissue)
        implements IssuanceEvent {
    public CredentialIssued {
        Limits.slug("achievement", achievement);
        Limits.counted("version", version);
        Limits.counted("number", number);
        Limits.digest("digest", digest);
        if (ects != null) {
            Limits.decimal("ects", ects);
            Limits.that(ects.signum() >= 0, "ects is negative");
        }
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
