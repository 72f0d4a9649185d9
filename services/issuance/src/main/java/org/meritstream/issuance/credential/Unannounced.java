package org.meritstream.issuance.credential;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Timers;

/** Gives a timer to credentials whose end is to be told and that have none, being from before ends were told. One that lies back falls due at once. */
@ApplicationScoped
public class Unannounced {
    private static final int AT_ONCE = 1000;
    private static final String ENDING = """
            select c.id, c.tenant, c.learner, c.valid_until from credential c
            where c.valid_until is not null and c.expired_at is null and c.revoked_at is null and c.id > $1
              and exists (select 1 from securing s where s.credential = c.id and s.value is not null)
              and not exists (select 1 from timer t where t.name = $2 || c.id)
            order by c.id limit $3""";

    private final Database database;
    private final IssuanceConfig config;

    Unannounced(Database database, IssuanceConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.roles().contains(Role.SIGN)) {
            attend();
        }
    }

    /** In bounded steps. One whose timer is on its way to the loop gets the same again, which is a duplicate. */
    public void attend() {
        UUID after = new UUID(0, 0);
        List<Timer> timers;
        do {
            timers = new ArrayList<>();
            for (Row row : database.query(ENDING, Tuple.of(after, Expiry.PREFIX, AT_ONCE))) {
                after = row.getUUID("id");
                timers.add(Expiry.timer(
                        row.getString("tenant"),
                        after,
                        row.getUUID("learner"),
                        row.getOffsetDateTime("valid_until").toInstant()));
            }
            if (!timers.isEmpty()) {
                database.inTransaction(List.of(Timers.whereNone(Announcement.SERVICE, timers)));
            }
        } while (timers.size() == AT_ONCE);
    }
}
