package org.meritstream.issuance.imports;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.meritstream.events.RecogniseIssuer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Other issuers that the registrars of a tenant count, in PostgreSQL. */
@ApplicationScoped
public class RecognisedIssuers {
    /** What was said last counts, whatever arrives last. */
    private static final String SAY = """
            insert into recognised_issuer (tenant, issuer, recognised, changed_at) values ($1, $2, $3, $4)
            on conflict (tenant, issuer) do update set recognised = excluded.recognised, changed_at = excluded.changed_at
              where recognised_issuer.changed_at <= excluded.changed_at""";

    private static final String OF = """
            select issuer, changed_at from recognised_issuer where tenant = $1 and recognised order by issuer""";

    private final Database database;

    RecognisedIssuers(Database database) {
        this.database = database;
    }

    /** Sets down what a registrar said at this time. */
    public static Write say(RecogniseIssuer said, Instant at) {
        return Write.any(SAY, Tuple.of(said.tenant(), said.issuer(), said.recognised(), at.atOffset(ZoneOffset.UTC)));
    }

    /** Since when each is recognised, by their ids. Blocks. */
    Map<String, Instant> of(String tenant) {
        Map<String, Instant> since = new TreeMap<>();
        for (Row row : database.query(OF, Tuple.of(tenant))) {
            since.put(
                    row.getString("issuer"), row.getOffsetDateTime("changed_at").toInstant());
        }
        return since;
    }
}
