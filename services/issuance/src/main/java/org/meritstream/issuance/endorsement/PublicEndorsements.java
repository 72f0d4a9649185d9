package org.meritstream.issuance.endorsement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.PublicRead;
import org.meritstream.issuance.issuer.ListedKeys;

/** Endorsements as the public reads them: signed ones. They are nobody's secret, so there is nothing to hide. */
@ApplicationScoped
public class PublicEndorsements implements PublicRead {
    /** Of one thing; nobody reads more of them, and each is verified when a page is made. */
    public static final int MOST = 50;

    private static final String SELECT = """
            select %s, k.multikeys, k.revoked, l.document as list_document from endorsement e
            join status_list l on l.id = e.status_list
            %s
            where e.secured is not null and\s""".formatted(Endorsements.COLUMNS, ListedKeys.joined("e"));
    private static final String FIND = SELECT + "e.id = $1";
    private static final String OF = SELECT
            + "e.endorsed = any($1::text[]) and e.revoked_at is null order by e.issued_at desc, e.id limit " + MOST;

    private final Pool pool;

    PublicEndorsements(Pool pool) {
        this.pool = pool;
    }

    /** One, revoked or not, or null. */
    public Uni<@Nullable PublicEndorsement> find(UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows ->
                        rows.iterator().hasNext() ? endorsement(rows.iterator().next()) : null);
    }

    /** Those that stand of any of these, the newest first. */
    public Uni<List<PublicEndorsement>> of(Collection<String> endorsed) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of((Object) endorsed.toArray(String[]::new)))
                .map(PublicEndorsements::all);
    }

    @Override
    public Uni<Void> rehearse() {
        return find(new UUID(0, 0)).replaceWithVoid();
    }

    private static List<PublicEndorsement> all(RowSet<Row> rows) {
        List<PublicEndorsement> all = new ArrayList<>();
        rows.forEach(row -> all.add(endorsement(row)));
        return List.copyOf(all);
    }

    private static PublicEndorsement endorsement(Row row) {
        return new PublicEndorsement(Endorsements.endorsement(row), ListedKeys.of(row), row.getString("list_document"));
    }
}
