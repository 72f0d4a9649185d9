package org.meritstream.assessment.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as the edge reads it; only the loop writes it. */
@Entity
@Table(name = "delivery")
class DeliveryRow {
    @Id
    UUID id = new UUID(0, 0);

    String tenant = "";

    String source = "";

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    DeliveryState state = DeliveryState.IGNORED;

    int parked;

    @Nullable
    String reason;

    String events = "[]";

    int revision;
}
