package org.meritstream.issuance.endorsement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialState;

/** A signed endorsement as staff read it. Read only. */
@Entity
@Immutable
@Table(name = "issued_endorsement")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class EndorsementRecord {
    @Id
    UUID id;

    String tenant;
    String endorsed;
    String comment;
    String address;

    @Column(name = "issued_at")
    OffsetDateTime issuedAt;

    @Column(name = "revoked_at")
    @Nullable
    OffsetDateTime revokedAt;

    /** What the API says of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String endorsed,
            String comment,
            CredentialState state,
            String address,
            Instant issuedAt,
            @Nullable Instant revokedAt) {}

    View view() {
        return new View(
                id,
                endorsed,
                comment,
                revokedAt == null ? CredentialState.ISSUED : CredentialState.REVOKED,
                address,
                issuedAt.toInstant(),
                revokedAt == null ? null : revokedAt.toInstant());
    }
}
