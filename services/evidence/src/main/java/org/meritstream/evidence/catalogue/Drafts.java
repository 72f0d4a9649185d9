package org.meritstream.evidence.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stored drafts. */
@ApplicationScoped
public class Drafts {
    private static final String OF_TENANT = "from Draft d where d.key.tenant = ?1 order by d.key.achievement";

    private final Mutiny.SessionFactory sessions;

    public Drafts(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** A draft could not be changed as asked: another one was there, or it was changed by somebody else. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict(Throwable cause) {
            super(cause);
        }
    }

    Uni<List<Draft>> of(String tenant) {
        return sessions.withSession(session -> session.createQuery(OF_TENANT, Draft.class)
                .setParameter(1, tenant)
                .getResultList());
    }

    Uni<@Nullable Draft> find(Draft.Key key) {
        return sessions.withSession(session -> session.find(Draft.class, key));
    }

    /** Stores a new draft; fails with {@link Conflict} when there is one of that name. */
    Uni<Draft> add(Draft draft) {
        return sessions.withTransaction(session -> session.persist(draft))
                .replaceWith(draft)
                .onFailure(ConstraintViolationException.class)
                .transform(Conflict::new);
    }

    /**
     * Replaces a draft; null when there is none, {@link Conflict} when it is not the revision asked for or changes at this moment.
     *
     * @param revision the only one to replace, or null for whatever is there
     */
    Uni<@Nullable Draft> replace(Draft.Key key, String definition, @Nullable Long revision, Instant now) {
        return sessions.withTransaction(session ->
                        session.find(Draft.class, key).invoke(draft -> change(draft, definition, revision, now)))
                .onFailure(OptimisticLockException.class)
                .transform(Conflict::new);
    }

    private static void change(@Nullable Draft draft, String definition, @Nullable Long revision, Instant now) {
        if (draft == null) {
            return;
        }
        if (revision != null && revision != draft.revision) {
            throw new Conflict(new OptimisticLockException());
        }
        draft.definition = definition;
        draft.changedAt = now;
    }
}
