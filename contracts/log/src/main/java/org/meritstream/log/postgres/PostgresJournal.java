package org.meritstream.log.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.log.Contended;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.Position;
import org.meritstream.log.PressedMessages;
import org.meritstream.log.Turn;

/** Handled rows and effects in one PostgreSQL transaction. */
@ApplicationScoped
public class PostgresJournal implements Journal<Write> {
    /**
     * One by one by the index: a plan that was made while the table was empty stays until the server has looked at the table again, a minute
     * later, and of a table without rows it thinks that reading all of it costs less.
     */
    private static final String KNOWN = """
            select h.id, h.cause, h.emitted from unnest($1::text[]) as asked(id)
              cross join lateral (select id, cause, emitted from handled where handled.id = asked.id offset 0) as h""";

    private static final String LOCKS =
            "select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) with ordinality as l(k, n) order by n";
    private static final String NEXT = "select topic, partition, next_offset from input_position";

    private static final String GO_ON = """
            insert into input_position (topic, partition, next_offset)
            select * from unnest($1::text[], $2::int[], $3::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset""";

    /** The next positions go with the handled rows, so that they cost no round trip of their own. */
    private static final String HANDLED = """
            with next as (
              insert into input_position (topic, partition, next_offset)
              select * from unnest($4::text[], $5::int[], $6::bigint[])
              on conflict (topic, partition) do update set next_offset = excluded.next_offset)
            insert into handled (id, cause, emitted)
            select * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict (id) do nothing""";

    /** Arrays keep the planner at the indexes, whatever it thinks of a limit it does not know; what another replica is at is passed over. */
    private static final String FORGET = """
            with gone as (
              delete from handled where id = any(array(
                select id from handled where split_part(cause, ':', 1) = $1 and handled_at < $2
                order by handled_at limit $3 for update skip locked))
              returning id),
            outcomes as (
              delete from command_outcome where id = any(array(
                select case when id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then id::uuid end from gone)))
            select count(*) from gone""";

    private final Database database;

    public PostgresJournal(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Handled> known(Collection<Inbound> events) {
        String[] ids = events.stream().map(Inbound::id).toArray(String[]::new);
        Map<String, Handled> known = new HashMap<>();
        for (Row row : database.query(KNOWN, Tuple.of(ids))) {
            Handled handled = new Handled(
                    row.getString("id"),
                    row.getString("cause"),
                    PressedMessages.release(row.getBuffer("emitted").getBytes()));
            known.put(handled.id(), handled);
        }
        return known;
    }

    @Override
    public List<Position> next() {
        List<Position> next = new ArrayList<>();
        for (Row row : database.query(NEXT, Tuple.tuple())) {
            next.add(new Position(row.getString("topic"), row.getInteger("partition"), row.getLong("next_offset")));
        }
        return next;
    }

    /** Where the reading of other topics than those of the turns goes on ({@link org.meritstream.log.Adoption}). */
    public static Write goOn(List<Position> next) {
        return Write.any(GO_ON, positions(Tuple.tuple(), next));
    }

    @Override
    public void commit(Turn<Write> turn) {
        database.inTransaction(connection -> lock(connection, turn)
                .chain(() -> handled(connection, turn))
                .chain(() -> Writes.run(connection, turn.writes())));
    }

    @Override
    public int forget(String topic, Instant handledBefore, int most) {
        Tuple params = Tuple.of(topic, handledBefore.atOffset(ZoneOffset.UTC), most);
        return database.query(FORGET, params).iterator().next().getInteger(0);
    }

    /** Taken in ascending order by all, so no two turns wait for each other. */
    private static Uni<Void> lock(SqlConnection connection, Turn<Write> turn) {
        if (turn.locks().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] keys = turn.locks().toArray(String[]::new);
        return connection.preparedQuery(LOCKS).execute(Tuple.of(keys)).replaceWithVoid();
    }

    private static Uni<Void> handled(SqlConnection connection, Turn<Write> turn) {
        List<Handled> handled = turn.handled();
        String[] ids = handled.stream().map(Handled::id).toArray(String[]::new);
        String[] causes = handled.stream().map(Handled::cause).toArray(String[]::new);
        Buffer[] emitted = handled.stream()
                .map(h -> Buffer.buffer(PressedMessages.press(h.emitted())))
                .toArray(Buffer[]::new);
        return connection
                .preparedQuery(HANDLED)
                .execute(positions(Tuple.of(ids, causes, emitted), turn.next()))
                .invoke(rows -> check(handled, rows))
                .replaceWithVoid();
    }

    private static Tuple positions(Tuple params, List<Position> next) {
        return params.addArrayOfString(next.stream().map(Position::topic).toArray(String[]::new))
                .addArrayOfInteger(next.stream().map(Position::partition).toArray(Integer[]::new))
                .addArrayOfLong(next.stream().map(Position::offset).toArray(Long[]::new));
    }

    private static void check(List<Handled> handled, RowSet<Row> rows) {
        if (rows.rowCount() != handled.size()) {
            throw new Contended("an event was handled by another replica meanwhile");
        }
    }
}
