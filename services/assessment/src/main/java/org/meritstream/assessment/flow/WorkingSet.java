package org.meritstream.assessment.flow;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.delivery.Deliveries;
import org.meritstream.assessment.delivery.Told;
import org.meritstream.assessment.delivery.Unjoined;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.learner.Learners;
import org.meritstream.assessment.learner.Profile;
import org.meritstream.assessment.source.JoinBy;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;

/** Reads what a batch needs, in one statement a table. */
@ApplicationScoped
public class WorkingSet {
    private static final String SOURCES = """
            select s.tenant, s.id, s.join_by, s.test from source s
            join unnest($1::text[], $2::text[]) as asked(tenant, id) on s.tenant = asked.tenant and s.id = asked.id""";

    private final Database database;
    private final KeyedIds keyed;
    private final LearnerIds ids;

    WorkingSet(Database database, KeyedIds keyed, LearnerIds ids) {
        this.database = database;
        this.keyed = keyed;
        this.ids = ids;
    }

    Loaded load(List<Inbound> fresh) {
        List<DeliveryAccepted> deliveries = of(fresh, DeliveryAccepted.class);
        List<LearnerProfiled> roster = of(fresh, LearnerProfiled.class);
        Map<UUID, List<Told>> told = new HashMap<>();
        deliveries.forEach(delivery -> told.put(delivery.delivery(), Told.of(delivery, keyed, ids)));

        Map<UUID, Profile> profiles = new HashMap<>();
        Learners.byId(database, distinct(roster, LearnerProfiled::learner)).forEach(p -> profiles.put(p.id(), p));
        List<UUID> contested = contested(roster, profiles);
        Set<UUID> emails = new HashSet<>(contested);
        emails.addAll(identifiers(told, LearnerIds.Of::email));
        Learners.byEmail(database, List.copyOf(emails)).forEach(p -> profiles.put(p.id(), p));

        List<Unjoined> unjoined = Deliveries.unjoined(database, contested);
        Set<UUID> accounts = new HashSet<>(identifiers(told, LearnerIds.Of::account));
        unjoined.stream().map(Unjoined::account).filter(Objects::nonNull).forEach(accounts::add);
        return new Loaded(
                told,
                sources(deliveries),
                Deliveries.taken(database, facts(told)),
                Learners.accounts(database, List.copyOf(accounts)),
                List.copyOf(profiles.values()),
                contested,
                unjoined,
                Deliveries.byId(database, distinct(unjoined, Unjoined::delivery)));
    }

    /** The addresses that the roster brings or takes away. */
    private List<UUID> contested(List<LearnerProfiled> roster, Map<UUID, Profile> before) {
        Stream<UUID> brought = roster.stream().map(said -> ids.email(said.tenant(), said.email()));
        Stream<UUID> left = before.values().stream().map(Profile::emailKey);
        return Stream.concat(brought, left).filter(Objects::nonNull).distinct().toList();
    }

    private List<SourceRule> sources(List<DeliveryAccepted> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        List<List<String>> asked = distinct(deliveries, delivery -> List.of(delivery.tenant(), delivery.source()));
        String[] tenants = asked.stream().map(List::getFirst).toArray(String[]::new);
        String[] names = asked.stream().map(List::getLast).toArray(String[]::new);
        List<SourceRule> rules = new ArrayList<>();
        for (Row row : database.query(SOURCES, Tuple.of(tenants, names))) {
            rules.add(new SourceRule(
                    row.getString("tenant"),
                    row.getString("id"),
                    JoinBy.valueOf(row.getString("join_by")),
                    row.getBoolean("test")));
        }
        return rules;
    }

    private static List<UUID> facts(Map<UUID, List<Told>> told) {
        return told.values().stream()
                .flatMap(List::stream)
                .map(Told::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<UUID> identifiers(Map<UUID, List<Told>> told, Function<LearnerIds.Of, @Nullable UUID> which) {
        List<UUID> found = new ArrayList<>();
        told.values().stream().flatMap(List::stream).forEach(event -> {
            LearnerIds.Of of = event.ids();
            UUID id = of == null ? null : which.apply(of);
            if (id != null) {
                found.add(id);
            }
        });
        return found;
    }

    private static <T> List<T> of(List<Inbound> fresh, Class<T> type) {
        return fresh.stream()
                .map(Inbound::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <T, R> List<R> distinct(List<T> items, Function<T, R> part) {
        return items.stream().map(part).distinct().toList();
    }
}
