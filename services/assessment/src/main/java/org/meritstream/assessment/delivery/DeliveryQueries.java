package org.meritstream.assessment.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Deliveries by Hibernate Reactive, newest first, for those who look after the senders. */
@ApplicationScoped
public class DeliveryQueries {
    private final Mutiny.SessionFactory sessions;

    public DeliveryQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * What is asked for; null does not narrow.
     *
     * @param state PARKED also finds deliveries of which only a part is kept
     * @param before only what comes after this delivery in the list
     */
    record Asked(
            String tenant,
            @Nullable String source,
            @Nullable DeliveryState state,
            @Nullable UUID before,
            int limit) {}

    Uni<List<DeliveryRow>> page(Asked asked) {
        StringBuilder where = new StringBuilder("from DeliveryRow d where d.tenant = :tenant");
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", asked.tenant()));
        if (asked.source() != null) {
            where.append(" and d.source = :source");
            parameters.put("source", asked.source());
        }
        if (asked.state() == DeliveryState.PARKED) {
            where.append(" and d.parked > 0");
        } else if (asked.state() != null) {
            where.append(" and d.state = :state");
            parameters.put("state", asked.state());
        }
        if (asked.before() != null) {
            where.append(" and exists (select 1 from DeliveryRow b where b.id = :before and b.tenant = d.tenant and"
                    + " (d.receivedAt < b.receivedAt or (d.receivedAt = b.receivedAt and d.id < b.id)))");
            parameters.put("before", asked.before());
        }
        where.append(" order by d.receivedAt desc, d.id desc");
        return sessions.withStatelessSession(session -> {
            var query = session.createSelectionQuery(where.toString(), DeliveryRow.class);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(asked.limit()).getResultList();
        });
    }

    Uni<@Nullable DeliveryRow> find(String tenant, UUID id) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                        "from DeliveryRow d where d.tenant = :tenant and d.id = :id", DeliveryRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }
}
