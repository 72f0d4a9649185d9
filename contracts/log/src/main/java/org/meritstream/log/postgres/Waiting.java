package org.meritstream.log.postgres;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.MessageCodec;
import org.meritstream.log.Position;

/**
 * Events that lack a copy of something they need, by the key of what they wait for. They count as handled; the turn that brings what they
 * lack decides them.
 *
 * <p>A turn that stores an event as waiting and a turn that provides its key both lock the key ({@link org.meritstream.log.Turn#lock}), and
 * each checks what the other may have done: {@link #store} asks for the condition it was decided on again, {@link #resumed} must remove
 * every event that waits. So nobody is left waiting when two replicas meet.
 */
@ApplicationScoped
public class Waiting {
    private static final String ON = """
            select id, awaits, topic, partition, record_offset, message from waiting
            where awaits = any($1::text[]) order by topic, partition, record_offset""";
    private static final String STORE = """
            insert into waiting (id, awaits, topic, partition, record_offset, message)
            values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing""";
    private static final String RESUMED = "delete from waiting where awaits = any($1::text[])";

    private final Database database;

    public Waiting(Database database) {
        this.database = database;
    }

    /** What waits for these keys, by key, in the order of the log. */
    public Map<String, List<Inbound>> on(Collection<String> keys) {
        Map<String, List<Inbound>> waiting = new HashMap<>();
        if (keys.isEmpty()) {
            return waiting;
        }
        for (Row row : database.query(ON, Tuple.of(keys.toArray(String[]::new)))) {
            waiting.computeIfAbsent(row.getString("awaits"), key -> new ArrayList<>())
                    .add(inbound(row));
        }
        return waiting;
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

    /** Takes up what waited for the keys. The turn must lock them; more or fewer rows than were loaded mean another replica was here. */
    public static Write resumed(Collection<String> keys, int loaded) {
        return Write.exactly(loaded, RESUMED, Tuple.of(keys.toArray(String[]::new)));
    }

    private static Inbound inbound(Row row) {
        Message message =
                MessageCodec.decodeAll(row.getBuffer("message").getBytes()).get(0);
        Position position =
                new Position(row.getString("topic"), row.getInteger("partition"), row.getLong("record_offset"));
        return new Inbound(position, EventFormat.read(message.headers(), message.body()), message);
    }
}
