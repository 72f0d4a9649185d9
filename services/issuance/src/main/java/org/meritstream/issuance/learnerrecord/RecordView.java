package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A signed record as staff read it: ids and times; the document stands at its address. Read only. */
@Entity
@Immutable
@Table(name = "issued_record")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class RecordView {
    @Id
    UUID id;

    String tenant;
    UUID learner;

    @Nullable
    UUID stack;

    String address;
    String visibility;

    UUID[] credentials;

    @Column(name = "issued_at")
    OffsetDateTime issuedAt;

    /** What the API says of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            UUID learner,
            @Nullable UUID stack,
            List<UUID> credentials,
            String address,
            String visibility,
            Instant issuedAt) {}

    View view() {
        return new View(id, learner, stack, Arrays.asList(credentials), address, visibility, issuedAt.toInstant());
    }
}
