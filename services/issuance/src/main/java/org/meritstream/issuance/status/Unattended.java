package org.meritstream.issuance.status;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.log.Timer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Timers;

/** Gives a timer to lists that have none, being from before lists ran out. They are signed anew as soon as the timekeeper sees it. */
@ApplicationScoped
public class Unattended {
    private static final String LISTS = """
            select l.tenant, l.number, l.signed_at from status_list l
            where not exists (select 1 from timer t where t.name = 'renew-status-list/' || l.id)""";

    private final Database database;
    private final IssuanceConfig config;

    Unattended(Database database, IssuanceConfig config) {
        this.database = database;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.roles().contains(Role.SIGN)) {
            attend();
        }
    }

    /** A list whose timer is on its way to the loop gets the same again, which is a duplicate. */
    public void attend() {
        List<Timer> timers = new ArrayList<>();
        for (Row row : database.query(LISTS, Tuple.tuple())) {
            timers.add(Renewal.of(
                    row.getString("tenant"),
                    row.getInteger("number"),
                    row.getOffsetDateTime("signed_at").toInstant()));
        }
        if (!timers.isEmpty()) {
            database.inTransaction(List.of(Timers.whereNone(Announcement.SERVICE, timers)));
        }
    }
}
