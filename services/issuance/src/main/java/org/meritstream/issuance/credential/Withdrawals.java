package org.meritstream.issuance.credential;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Withdrawn awards in PostgreSQL: an award may be withdrawn before it is seen, or while it waits for something. */
@ApplicationScoped
public class Withdrawals {
    private static final String LOAD = "select award, withdrawn_at from award_withdrawal where award = any($1::uuid[])";
    private static final String STORE = """
            insert into award_withdrawal (award, tenant, withdrawn_at)
            select * from unnest($1::uuid[], $2::text[], $3::timestamptz[]) on conflict (award) do nothing""";

    private static final String NONE =
            "select 1 where not exists (select 1 from award_withdrawal where award = any($1::uuid[]))";

    private final Database database;

    public Withdrawals(Database database) {
        this.database = database;
    }

    /** When those of these awards that are withdrawn were. */
    public Map<UUID, Instant> load(Collection<UUID> awards) {
        Map<UUID, Instant> withdrawn = new HashMap<>();
        if (awards.isEmpty()) {
            return withdrawn;
        }
        for (Row row : database.query(LOAD, Tuple.of(awards.toArray(UUID[]::new)))) {
            withdrawn.put(
                    row.getUUID("award"), row.getOffsetDateTime("withdrawn_at").toInstant());
        }
        return withdrawn;
    }

    /** Guards that none of these awards is withdrawn, as was seen. */
    public static Write stillStanding(Collection<UUID> awards) {
        return Write.exactly(1, NONE, Tuple.of((Object) awards.toArray(UUID[]::new)));
    }

    /** Remembers them; the first of an award stands. */
    public static Write store(Collection<AwardWithdrawn> withdrawn) {
        return Write.any(
                STORE,
                Tuple.of(
                        withdrawn.stream().map(AwardWithdrawn::award).toArray(UUID[]::new),
                        withdrawn.stream().map(AwardWithdrawn::tenant).toArray(String[]::new),
                        withdrawn.stream()
                                .map(w -> w.withdrawnAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)));
    }
}
