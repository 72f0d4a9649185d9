package org.meritstream.evidence.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * An achievement that is being written: private to this service, changed in place, never on a topic. What is published is a copy of it.
 */
@Entity
@Table(name = "draft")
@SuppressWarnings("NullAway.Init")
public class Draft {

    /** An achievement within its tenant. */
    @Embeddable
    public record Key(String tenant, String achievement) {

        /** What an author names by a slug, with or without the tenant before it. */
        static Key of(String tenant, String id) {
            String prefix = tenant + ".";
            return new Key(tenant, id.startsWith(prefix) ? id.substring(prefix.length()) : id);
        }
    }

    @EmbeddedId
    Key key;

    /** JSON of {@link org.meritstream.events.Achievement}. */
    String definition;

    /** Moves on with every change: the entity tag of the draft. */
    @Version
    long revision;

    @Column(name = "changed_at")
    Instant changedAt;

    /** For Hibernate. */
    protected Draft() {}

    Draft(Key key, String definition, Instant changedAt) {
        this.key = key;
        this.definition = definition;
        this.changedAt = changedAt;
    }
}
