package org.meritstream.assessment.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SourceKind;

/** A sender as it is stored; the password is wrapped. */
@Entity
@Table(name = "source")
@IdClass(SourceRow.Key.class)
class SourceRow {
    @Id
    String tenant = "";

    @Id
    String id = "";

    @Enumerated(EnumType.STRING)
    SourceKind kind = SourceKind.CANVAS_LIVE;

    @Enumerated(EnumType.STRING)
    @Column(name = "join_by")
    JoinBy joinBy = JoinBy.STUDENT_NUMBER;

    @Column(name = "root_account")
    @Nullable
    String rootAccount;

    @Nullable
    String jwks;

    @Column(name = "jwks_url")
    @Nullable
    String jwksUrl;

    @Nullable
    String username;

    byte @Nullable [] password;

    boolean test;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    /** A source's name is unique within its tenant. */
    record Key(String tenant, String id) implements Serializable {}
}
