package org.meritstream.issuance.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A signed credential as staff read it: ids, states and times; the document stands at its address. Read only. */
@Entity
@Immutable
@Table(name = "issued_credential")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class CredentialRecord {
    @Id
    UUID id;

    String tenant;
    UUID award;
    UUID learner;
    String achievement;
    int version;
    int number;
    String state;
    String address;
    String visibility;

    @Column(name = "status_list")
    String statusList;

    @Column(name = "status_index")
    int statusIndex;

    @Column(name = "conferred_at")
    OffsetDateTime conferredAt;

    @Column(name = "issued_at")
    OffsetDateTime issuedAt;

    @Column(name = "revoked_at")
    @Nullable
    OffsetDateTime revokedAt;

    @Column(name = "revocation_reason")
    @Nullable
    String revocationReason;

    @Column(name = "valid_until")
    @Nullable
    OffsetDateTime validUntil;

    @Column(name = "expired_at")
    @Nullable
    OffsetDateTime expiredAt;

    @Column(name = "suspended_at")
    @Nullable
    OffsetDateTime suspendedAt;

    @Column(name = "suspension_reason")
    @Nullable
    String suspensionReason;

    @Column(name = "reissue_reason")
    @Nullable
    String reissueReason;

    @Nullable
    UUID supersedes;

    @Column(name = "superseded_by")
    @Nullable
    UUID supersededBy;

    /** Made by Hibernate alone. */
    CredentialRecord() {}

    /** What an API client sees of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID id,
            String address,
            UUID award,
            UUID learner,
            String achievement,
            int version,
            int number,
            String state,
            String visibility,
            String statusList,
            int statusIndex,
            OffsetDateTime conferredAt,
            OffsetDateTime issuedAt,
            @Nullable OffsetDateTime revokedAt,
            @Nullable String revocationReason,
            @Nullable OffsetDateTime validUntil,
            @Nullable OffsetDateTime expiredAt,
            @Nullable OffsetDateTime suspendedAt,
            @Nullable String suspensionReason,
            @Nullable String reissueReason,
            @Nullable UUID supersedes,
            @Nullable UUID supersededBy) {}

    View view() {
        return new View(
                id,
                address,
                award,
                learner,
                achievement,
                version,
                number,
                state,
                visibility,
                statusList,
                statusIndex,
                conferredAt,
                issuedAt,
                revokedAt,
                revocationReason,
                validUntil,
                expiredAt,
                suspendedAt,
                suspensionReason,
                reissueReason,
                supersedes,
                supersededBy);
    }
}
