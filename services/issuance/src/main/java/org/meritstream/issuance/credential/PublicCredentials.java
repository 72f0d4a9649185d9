package org.meritstream.issuance.credential;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.SuccessionReason;
import org.meritstream.issuance.http.PublicRead;
import org.meritstream.issuance.issuer.ListedKeys;

/**
 * Credentials as the public reads them: only signed ones whose holder shares them. Unknown, unsigned and private ones are the same here, one
 * statement that finds nothing, so that neither words nor time tell them apart.
 */
@ApplicationScoped
public class PublicCredentials implements PublicRead {
    /** The newest of its award where it was corrected since; asked only of one that another took the place of, which is seldom. */
    private static final String CORRECTED = """
            case when exists (select 1 from credential n where n.former = c.id) then
              (select r.id from reissues(c.id) r where exists (select 1 from reissues(c.id) x where x.reason = 'CORRECTED')
               order by r.step desc limit 1) end as corrected""";

    private static final String SHARED = """
            from credential c
            join visibility v on v.credential = c.id and v.tenant = c.tenant and v.visibility = 'PUBLIC'
            join securing first on first.credential = c.id and first.suite = '%s' and first.value is not null
            cross join %s
            """.formatted(Credentials.SUITE, Credentials.SEALS);

    /** What its documents are made of, and no more: what stands around it costs the server six times as much. */
    private static final String DOCUMENT =
            "select %s, %s\n%s where c.id = $1".formatted(Credentials.COLUMNS, CORRECTED, SHARED);

    private static final String FIND = """
            select %s, c.revocation_reason, k.multikeys, k.revoked, l.document as list_document, l.suspension_document,
              a.definition, i.colour,
              n.id as successor, n.reason as successor_reason, nv.credential is not null as successor_shared,
              p.id as predecessor, c.reissue_reason as predecessor_reason, pv.credential is not null as predecessor_shared,
              %s
            %s
            join status_list l on l.id = c.status_list
            %s
            left join issuer i on i.tenant = c.tenant
            left join achievement a on a.tenant = c.tenant and a.achievement = c.achievement and a.version = c.version
            left join lateral (select s.id, r.reason from (select successor(c) as id) s
              left join reissues(c.id) r on r.id = s.id) n on true
            left join visibility nv on nv.credential = n.id and nv.tenant = c.tenant and nv.visibility = 'PUBLIC'
            left join lateral (select predecessor(c) as id) p on true
            left join visibility pv on pv.credential = p.id and pv.tenant = c.tenant and pv.visibility = 'PUBLIC'
            where c.id = $1""".formatted(Credentials.COLUMNS, CORRECTED, SHARED, ListedKeys.joined("c"));

    /** Of its award, and of the award that took its award's place, and so on. Nobody's where there is none. */
    private static final String NEWEST = """
            with recursive after as (
              select c.id, 0 as step from credential c where c.id = $1
              union all
              select n.id, a.step + 1 from after a join credential c on c.id = a.id
                cross join lateral (select successor(c) as id) n where n.id is not null and a.step < 100)
            select id from after order by step desc limit 1""";

    private final Pool pool;

    public PublicCredentials(Pool pool) {
        this.pool = pool;
    }

    /** A shared credential as its documents show it, with nothing of what stands around it; or null. */
    public Uni<@Nullable SharedCredential> document(UUID id) {
        return pool.preparedQuery(DOCUMENT).execute(Tuple.of(id)).map(PublicCredentials::bare);
    }

    /** A shared credential, or null. */
    public Uni<@Nullable SharedCredential> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PublicCredentials::shared);
    }

    /** The last of those that took a credential's place, or it itself. */
    public Uni<UUID> newest(UUID id) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getUUID("id") : id);
    }

    @Override
    public Uni<Void> rehearse() {
        UUID nobodys = new UUID(0, 0);
        return document(nobodys)
                .chain(() -> find(nobodys))
                .chain(() -> newest(nobodys))
                .replaceWithVoid();
    }

    private static @Nullable SharedCredential bare(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        return SharedCredential.bare(CredentialRow.held(row), row.getUUID("corrected"));
    }

    private static @Nullable SharedCredential shared(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return null;
        }
        Row row = rows.iterator().next();
        return new SharedCredential(
                CredentialRow.held(row),
                row.getString("revocation_reason"),
                ListedKeys.of(row),
                row.getString("list_document"),
                row.getString("suspension_document"),
                row.getString("definition"),
                row.getString("colour"),
                kin(row, "successor"),
                kin(row, "predecessor"),
                row.getUUID("corrected"));
    }

    private static SuccessionReason reason(Row row, String which) {
        String reason = row.getString(which + "_reason");
        return reason == null ? SuccessionReason.AWARDED_AGAIN : SuccessionReason.valueOf(reason);
    }

    private static SharedCredential.@Nullable Kin kin(Row row, String which) {
        UUID id = row.getUUID(which);
        return id == null ? null : new SharedCredential.Kin(id, row.getBoolean(which + "_shared"), reason(row, which));
    }
}
