package org.meritstream.log.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.meritstream.events.Message;
import org.meritstream.log.Agenda;
import org.meritstream.log.MessageCodec;
import org.meritstream.log.Timer;

/** What falls due when, in PostgreSQL: set and cancelled by turns, worked off by {@link org.meritstream.log.Timekeeper}. */
@ApplicationScoped
public class Timers implements Agenda {
    private static final String SET = """
            insert into timer (name, due_at, message)
            select * from unnest($1::text[], $2::timestamptz[], $3::bytea[])
            on conflict (name) do update
              set due_at = excluded.due_at, message = excluded.message, taken_until = excluded.taken_until""";
    private static final String SET_WHERE_NONE = """
            insert into timer (name, due_at, message)
            select * from unnest($1::text[], $2::timestamptz[], $3::bytea[]) on conflict (name) do nothing""";
    private static final String CANCEL = "delete from timer where name = any($1::text[])";

    /** Rows that another replica is taking are passed over, not waited for. */
    private static final String TAKE = """
            update timer t set taken_until = $3 from (
              select name from timer where due_at <= $1 and taken_until <= $1
              order by due_at, name limit $2 for update skip locked) as d
            where t.name = d.name returning t.name, t.due_at, t.message""";

    private static final String DONE = """
            delete from timer t using unnest($1::text[], $2::timestamptz[]) as k(name, due_at)
            where t.name = k.name and t.due_at = k.due_at""";

    private final Database database;

    public Timers(Database database) {
        this.database = database;
    }

    /**
     * How a turn sets and cancels timers.
     *
     * @param service whose commands topic they are appended to
     * @param set each name once
     */
    public static List<Write> writes(String service, Collection<Timer> set, Collection<String> cancelled) {
        List<Write> writes = new ArrayList<>();
        if (!cancelled.isEmpty()) {
            writes.add(Write.any(CANCEL, Tuple.of(cancelled.toArray(String[]::new))));
        }
        if (!set.isEmpty()) {
            writes.add(Write.exactly(set.size(), SET, params(service, set)));
        }
        return writes;
    }

    /** Sets those whose names no timer has; the others stay where they are. */
    public static Write whereNone(String service, Collection<Timer> timers) {
        return Write.any(SET_WHERE_NONE, params(service, timers));
    }

    @Override
    public List<Due> take(Instant now, int most) {
        List<Due> due = new ArrayList<>();
        for (Row row : database.query(TAKE, Tuple.of(time(now), most, time(now.plus(HELD))))) {
            Message message =
                    MessageCodec.decodeAll(row.getBuffer("message").getBytes()).get(0);
            due.add(new Due(
                    row.getString("name"), row.getOffsetDateTime("due_at").toInstant(), message));
        }
        return due;
    }

    @Override
    public void done(List<Due> appended) {
        String[] names = appended.stream().map(Due::name).toArray(String[]::new);
        OffsetDateTime[] times = appended.stream().map(due -> time(due.at())).toArray(OffsetDateTime[]::new);
        database.query(DONE, Tuple.of(names, times));
    }

    private static Tuple params(String service, Collection<Timer> set) {
        String[] names = set.stream().map(Timer::name).toArray(String[]::new);
        OffsetDateTime[] times = set.stream().map(timer -> time(timer.dueAt())).toArray(OffsetDateTime[]::new);
        Buffer[] messages = set.stream()
                .map(timer -> Buffer.buffer(MessageCodec.encodeAll(List.of(timer.fellDue(service)))))
                .toArray(Buffer[]::new);
        return Tuple.of(names, times, messages);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
