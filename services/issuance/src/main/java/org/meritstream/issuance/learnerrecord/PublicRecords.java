package org.meritstream.issuance.learnerrecord;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.PublicRead;

/**
 * Records as the public reads them: only signed ones that their learner shares. Unknown, unsigned and private ones are the same here, one statement
 * that finds nothing.
 */
@ApplicationScoped
public class PublicRecords implements PublicRead {
    private static final String FIND = """
            select %s, exists (select 1 from unnest(r.credentials) as c(id), lateral reissues(c.id) n where n.reason = 'CORRECTED')
              as corrected
            from learner_record r
            join visibility v on v.credential = r.id and v.tenant = r.tenant and v.visibility = 'PUBLIC'
            where r.secured is not null and r.id = $1""".formatted(LearnerRecords.COLUMNS);

    private final Pool pool;

    PublicRecords(Pool pool) {
        this.pool = pool;
    }

    /**
     * A record that is shared.
     *
     * @param corrected whether a credential in it was corrected since: nothing of it is shown any more
     */
    public record Shared(HeldRecord record, boolean corrected) {
        @Override
        public String toString() {
            return record.toString();
        }
    }

    /** A shared record, or null. */
    public Uni<@Nullable Shared> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PublicRecords::shared);
    }

    @Override
    public Uni<Void> rehearse() {
        return find(new UUID(0, 0)).replaceWithVoid();
    }

    private static @Nullable Shared shared(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        return new Shared(LearnerRecords.record(row), row.getBoolean("corrected"));
    }
}
