package org.meritstream.log.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.LogConfig;
import org.meritstream.log.MessageCodec;
import org.meritstream.log.Position;

/**
 * Events that lack a copy of something they need, by the key of what they wait for. They count as handled; the turn that brings what they
 * lack decides them.
 *
 * <p>A turn that stores an event as waiting and a turn that provides its key both lock the key ({@link org.meritstream.log.Turn#lock}), and
 * each checks what the other may have done: {@link #store} asks for the condition it was decided on again, {@link #resumed} must remove
 * every event it took. So nobody is left waiting when two replicas meet.
 *
 * <p>However many wait, a turn takes up no more than a batch holds ({@link Slice}). Where more are left it emits a command for the next turn:
 * stored with the turn and sent with it, so that a crash in between neither loses the rest nor takes any up twice.
 */
@ApplicationScoped
public class Waiting {
    private static final String FIRST = """
            select w.id, w.awaits, w.topic, w.partition, w.record_offset, w.message
            from unnest($1::text[]) as wanted(awaits) cross join lateral (
              select id, awaits, topic, partition, record_offset, message from waiting where awaits = wanted.awaits
              order by topic, partition, record_offset limit $2) as w
            order by topic, partition, record_offset limit $2""";
    private static final String LEFT = """
            select awaits from unnest($1::text[]) as wanted(awaits)
            where exists (select 1 from waiting w where w.awaits = wanted.awaits and w.id <> all($2::text[]))""";
    private static final String STORE = """
            insert into waiting (id, awaits, topic, partition, record_offset, message)
            values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing""";
    private static final String RESUMED = "delete from waiting where id = any($1::text[])";
    private static final String FORGOTTEN = "delete from handled where id = $1";

    private final Database database;
    private final int most;

    public Waiting(Database database, LogConfig config) {
        this.database = database;
        this.most = config.log().batch();
    }

    /**
     * What a turn takes up of all that waits.
     *
     * @param events by the key they waited for, in the order of the log
     * @param left the keys that more events wait for
     */
    public record Slice(Map<String, List<Inbound>> events, Set<String> left) {}

    /** The first that wait for these keys, in the order of the log. */
    public Slice first(Collection<String> keys) {
        Map<String, List<Inbound>> events = new HashMap<>();
        if (keys.isEmpty()) {
            return new Slice(events, Set.of());
        }
        String[] names = keys.toArray(String[]::new);
        RowSet<Row> rows = database.query(FIRST, Tuple.of(names, most));
        for (Row row : rows) {
            events.computeIfAbsent(row.getString("awaits"), key -> new ArrayList<>())
                    .add(inbound(row));
        }
        return new Slice(events, rows.size() < most ? Set.of() : left(names, ids(events)));
    }

    private Set<String> left(String[] names, String[] taken) {
        Set<String> left = new HashSet<>();
        database.query(LEFT, Tuple.of(names, taken)).forEach(row -> left.add(row.getString("awaits")));
        return left;
    }

    /** Sets an event aside until the key is provided. The turn must lock the key and guard that it is still missing. */
    public static Write store(Inbound event, String key) {
        Position position = event.position();
        byte[] message = MessageCodec.encodeAll(List.of(event.message()));
        return Write.any(
                STORE,
                Tuple.of(
                        event.id(),
                        key,
                        position.topic(),
                        position.partition(),
                        position.offset(),
                        Buffer.buffer(message)));
    }

    /** Takes up a slice. The turn must lock its keys; fewer rows than were loaded mean that another replica was here. */
    public static Write resumed(Slice slice) {
        String[] ids = ids(slice.events());
        return Write.exactly(ids.length, RESUMED, Tuple.of((Object) ids));
    }

    /** An event that is dead-lettered only when it is taken up was not seen to after all: its replay is decided as if it were new. */
    public static Write forgotten(Inbound event) {
        return Write.any(FORGOTTEN, Tuple.of(event.id()));
    }

    private static String[] ids(Map<String, List<Inbound>> events) {
        return events.values().stream().flatMap(List::stream).map(Inbound::id).toArray(String[]::new);
    }

    private static Inbound inbound(Row row) {
        Message message =
                MessageCodec.decodeAll(row.getBuffer("message").getBytes()).get(0);
        Position position =
                new Position(row.getString("topic"), row.getInteger("partition"), row.getLong("record_offset"));
        return new Inbound(position, EventFormat.read(message.headers(), message.body()), message);
    }
}
