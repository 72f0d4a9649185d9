package org.meritstream.evidence.notes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Stored notes. An edge writes one before it appends the command: a note whose command never came is of no effect, a command whose note
 * is missing would be a decision without its reason.
 */
@ApplicationScoped
public class Notes {
    private static final String WRITE = """
            insert into note (id, tenant, learner, kind, author, text, written_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do nothing""";

    private static final String TEXTS =
            "select n.id, n.text from note n where n.tenant = $1 and n.id = any($2::uuid[])";

    private final Pool pool;

    Notes(Pool pool) {
        this.pool = pool;
    }

    /** Keeps a note; the first of an id stays. */
    public Uni<Void> write(Note note) {
        Tuple row = Tuple.tuple()
                .addUUID(note.id())
                .addString(note.tenant())
                .addUUID(note.learner())
                .addString(note.kind())
                .addString(note.author())
                .addString(note.text())
                .addOffsetDateTime(note.writtenAt().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(WRITE).execute(row).replaceWithVoid();
    }

    /** What was written with these commands; nothing where a note is gone. */
    public Uni<Map<String, String>> texts(String tenant, Collection<String> commands) {
        UUID[] ids = commands.stream().map(UUID::fromString).toArray(UUID[]::new);
        return pool.preparedQuery(TEXTS).execute(Tuple.of(tenant, ids)).map(rows -> {
            Map<String, String> texts = new HashMap<>();
            rows.forEach(row -> texts.put(row.getUUID("id").toString(), row.getString("text")));
            return texts;
        });
    }
}
