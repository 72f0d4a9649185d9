package org.meritstream.assessment.delivery;

import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.meritstream.assessment.delivery.DeliveryBook.Result;
import org.meritstream.assessment.learner.RosterBook;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.log.postgres.Write;

/** What a turn stores of deliveries: one statement a table, each guarded by how many rows it must change. */
public final class DeliveryWrites {
    private static final String RESULTS = """
            insert into result (id, tenant, delivery) select * from unnest($1::uuid[], $2::text[], $3::uuid[])
            on conflict (id) do nothing""";
    private static final String TAKE_UP = "delete from unjoined where email_key = any($1::uuid[])";
    /** Only while as many learners have the address as the turn believes: else it was brought in the meantime. */
    private static final String WAIT = """
            insert into unjoined (id, tenant, email_key, account, delivery, place, type, data)
            select u.id, u.tenant, u.email_key, u.account, u.delivery, u.place, u.type, u.data
            from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::text[],
              $9::int[]) as u(id, tenant, email_key, account, delivery, place, type, data, learners)
            where (select count(*) from learner l where l.email_key = u.email_key) = u.learners
            on conflict (id) do nothing""";

    private static final String ADD = """
            insert into delivery (id, tenant, source, received_at, state, parked, reason, events, revision)
            select *, 1 from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::int[],
              $7::text[], $8::text[])
            on conflict (id) do nothing""";
    private static final String CHANGE = """
            update delivery d set state = u.state, parked = u.parked, reason = u.reason, events = u.events,
              revision = d.revision + 1
            from unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[])
              as u(id, revision, state, parked, reason, events)
            where d.id = u.id and d.revision = u.revision""";

    private DeliveryWrites() {}

    /**
     * The writes of a turn; the roster's come before them.
     *
     * @param contested e-mail keys whose waiting facts were loaded
     * @param loaded how many they were
     */
    public static List<Write> of(DeliveryBook book, RosterBook roster, List<UUID> contested, int loaded) {
        List<Write> writes = new ArrayList<>();
        if (!contested.isEmpty()) {
            writes.add(Write.exactly(loaded, TAKE_UP, Tuple.of(contested.toArray(UUID[]::new))));
        }
        if (!book.waiting().isEmpty()) {
            writes.add(waiting(book.waiting(), roster));
        }
        if (!book.results().isEmpty()) {
            writes.add(results(book.results()));
        }
        if (!book.added().isEmpty()) {
            writes.add(added(book.added()));
        }
        if (!book.changed().isEmpty()) {
            writes.add(changed(book.changed()));
        }
        return writes;
    }

    private static Write results(Collection<Result> results) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(results.stream().map(Result::id).toArray(UUID[]::new))
                .addArrayOfString(results.stream().map(Result::tenant).toArray(String[]::new))
                .addArrayOfUUID(results.stream().map(Result::delivery).toArray(UUID[]::new));
        return Write.exactly(results.size(), RESULTS, params);
    }

    private static Write waiting(List<Unjoined> waiting, RosterBook roster) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(waiting.stream().map(Unjoined::id).toArray(UUID[]::new))
                .addArrayOfString(waiting.stream().map(Unjoined::tenant).toArray(String[]::new))
                .addArrayOfUUID(waiting.stream().map(Unjoined::emailKey).toArray(UUID[]::new))
                .addArrayOfUUID(waiting.stream().map(Unjoined::account).toArray(UUID[]::new))
                .addArrayOfUUID(waiting.stream().map(Unjoined::delivery).toArray(UUID[]::new))
                .addArrayOfInteger(waiting.stream().map(Unjoined::place).toArray(Integer[]::new))
                .addArrayOfString(waiting.stream()
                        .map(w -> EventType.of(w.fact()).schemaName())
                        .toArray(String[]::new))
                .addArrayOfString(waiting.stream().map(DeliveryWrites::json).toArray(String[]::new))
                .addArrayOfInteger(waiting.stream()
                        .map(w -> roster.withEmail(w.emailKey()).size())
                        .toArray(Integer[]::new));
        return Write.exactly(waiting.size(), WAIT, params);
    }

    private static Write added(List<Delivery> deliveries) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(deliveries.stream().map(Delivery::id).toArray(UUID[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::tenant).toArray(String[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::source).toArray(String[]::new))
                .addArrayOfOffsetDateTime(deliveries.stream()
                        .map(d -> d.receivedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(states(deliveries))
                .addArrayOfInteger(deliveries.stream().map(Delivery::parked).toArray(Integer[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::reason).toArray(String[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::json).toArray(String[]::new));
        return Write.exactly(deliveries.size(), ADD, params);
    }

    private static Write changed(List<Delivery> deliveries) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(deliveries.stream().map(Delivery::id).toArray(UUID[]::new))
                .addArrayOfInteger(deliveries.stream().map(Delivery::revision).toArray(Integer[]::new))
                .addArrayOfString(states(deliveries))
                .addArrayOfInteger(deliveries.stream().map(Delivery::parked).toArray(Integer[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::reason).toArray(String[]::new))
                .addArrayOfString(deliveries.stream().map(Delivery::json).toArray(String[]::new));
        return Write.exactly(deliveries.size(), CHANGE, params);
    }

    private static String[] states(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.state().name()).toArray(String[]::new);
    }

    private static String json(Unjoined waiting) {
        return new String(EventFormat.bytes(waiting.fact()), StandardCharsets.UTF_8);
    }
}
