package org.meritstream.issuance.credential;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as the public reads them: only signed ones whose holder shares them. Unknown, unsigned and private ones are the same here, one
 * statement that finds nothing, so that neither words nor time tell them apart.
 */
@ApplicationScoped
public class PublicCredentials {
    private static final String FIND = """
            select c.*, sealed.*, k.multikeys, l.document as list_document,
              a.definition,
              n.credential as successor, nv.credential is not null as successor_shared,
              p.id as predecessor, pv.credential is not null as predecessor_shared
            from credential c
            join visibility v on v.credential = c.id and v.tenant = c.tenant and v.visibility = 'PUBLIC'
            join securing first on first.credential = c.id and first.suite = '%s' and first.value is not null
            cross join %s
            join status_list l on l.id = c.status_list
            cross join lateral (select array_agg(multikey) as multikeys from signing_key
              where tenant = c.tenant and kind <> 'RSA') as k
            left join achievement a on a.tenant = c.tenant and a.achievement = c.achievement and a.version = c.version
            left join succession n on n.predecessor = c.award and n.tenant = c.tenant
            left join visibility nv on nv.credential = n.credential and nv.tenant = c.tenant and nv.visibility = 'PUBLIC'
            left join succession f on f.award = c.award and f.tenant = c.tenant
            left join credential p on p.award = f.predecessor and p.tenant = c.tenant
            left join visibility pv on pv.credential = p.id and pv.tenant = c.tenant and pv.visibility = 'PUBLIC'
            where c.id = $1""".formatted(Credentials.SUITE, Credentials.SEALS);

    private final Pool pool;

    public PublicCredentials(Pool pool) {
        this.pool = pool;
    }

    /** A shared credential, or null. */
    public Uni<@Nullable SharedCredential> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PublicCredentials::shared);
    }

    private static @Nullable SharedCredential shared(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        return new SharedCredential(
                Credentials.credential(row),
                row.getString("revocation_reason"),
                multikeys(row),
                row.getString("list_document"),
                row.getString("definition"),
                kin(row, "successor"),
                kin(row, "predecessor"));
    }

    private static @Nullable List<String> multikeys(Row row) {
        String[] all = row.getArrayOfStrings("multikeys");
        return all == null ? null : List.of(all);
    }

    private static SharedCredential.@Nullable Kin kin(Row row, String which) {
        UUID id = row.getUUID(which);
        return id == null ? null : new SharedCredential.Kin(id, row.getBoolean(which + "_shared"));
    }
}
