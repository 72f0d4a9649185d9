package org.meritstream.issuance.credential;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/**
 * Which credential came after which, in PostgreSQL. The two may be issued in either order, and by two replicas at once when both awards
 * waited for something; so whoever issues one and does not see the other locks the predecessor's award and asks again.
 */
@ApplicationScoped
public class Successions {
    private static final String LOAD =
            "select predecessor, credential from succession where predecessor = any($1::uuid[])";
    private static final String STORE = """
            insert into succession (predecessor, tenant, award, credential)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[]) on conflict (predecessor) do nothing""";
    private static final String NO_PREDECESSOR = """
            select 1 where not exists (
              select 1 from credential c join securing s on s.credential = c.id and s.value is not null
              where c.award = any($1::uuid[]))""";
    private static final String NO_SUCCESSOR =
            "select 1 where not exists (select 1 from succession where predecessor = any($1::uuid[]))";

    private final Database database;

    public Successions(Database database) {
        this.database = database;
    }

    /**
     * That an award took the place of another.
     *
     * @param predecessor the award that was withdrawn
     * @param successor the credential of the award that replaced it
     */
    public record Succession(UUID predecessor, HeldCredential successor) {}

    /** The successors of those of these awards that have one. */
    public Map<UUID, UUID> load(Collection<UUID> predecessors) {
        Map<UUID, UUID> successors = new HashMap<>();
        if (predecessors.isEmpty()) {
            return successors;
        }
        for (Row row : database.query(LOAD, Tuple.of(predecessors.toArray(UUID[]::new)))) {
            successors.put(row.getUUID("predecessor"), row.getUUID("credential"));
        }
        return successors;
    }

    /** Remembers them; the first of a predecessor stands. */
    public static Write store(List<Succession> successions) {
        return Write.any(
                STORE,
                Tuple.of(
                        successions.stream().map(Succession::predecessor).toArray(UUID[]::new),
                        successions.stream().map(s -> s.successor().tenant()).toArray(String[]::new),
                        successions.stream().map(s -> s.successor().award()).toArray(UUID[]::new),
                        successions.stream().map(s -> s.successor().id()).toArray(UUID[]::new)));
    }

    /** What a turn locks that does not see the other of a pair. */
    public static String key(UUID predecessor) {
        return "succession/" + predecessor;
    }

    /** None of these awards has a credential yet, as was seen. */
    public static Write noPredecessor(Collection<UUID> awards) {
        return Write.exactly(1, NO_PREDECESSOR, Tuple.of((Object) awards.toArray(UUID[]::new)));
    }

    /** None of these awards has a successor yet, as was seen. */
    public static Write noSuccessor(Collection<UUID> awards) {
        return Write.exactly(1, NO_SUCCESSOR, Tuple.of((Object) awards.toArray(UUID[]::new)));
    }
}
