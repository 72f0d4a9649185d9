package org.meritstream.evidence.dossiers;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dossiers as staff look for them. */
@ApplicationScoped
public class DossierSearch {
    private static final int MOST = 500;
    private static final String ORDER = " order by d.evaluated_at desc, d.id limit " + MOST;
    private static final String FIND =
            "select " + Dossiers.COLUMNS + " from dossier d where d.tenant = $1 and d.id = $2";
    private static final String OF_LEARNER = "select " + Dossiers.COLUMNS + " " + """
             from dossier d where d.tenant = $1 and d.learner = coalesce(
              (select l.person from learner l where l.tenant = $1 and l.id = $2), $2)""" + ORDER;
    /** The dossiers of those the delivery speaks of, in the achievements that ask for what it speaks of. */
    private static final String OF_DELIVERY = "select " + Dossiers.COLUMNS + " " + """
             from dossier d where d.id in (
              select o.id from fact f
              join learner l on l.tenant = f.tenant and l.id = f.learner
              join achievement_subject a on a.tenant = f.tenant and a.area = f.area and a.name = f.name
              join dossier o on o.tenant = l.tenant and o.learner = l.person
                and o.achievement = a.achievement and o.version = a.version
              where f.tenant = $1 and f.delivery = $2)""" + ORDER;

    private final Pool pool;

    public DossierSearch(Pool pool) {
        this.pool = pool;
    }

    Uni<@Nullable Dossier> find(String tenant, UUID id) {
        return rows(FIND, tenant, id).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    /** By the id of the person, or one that was linked to it. */
    public Uni<List<Dossier>> ofLearner(String tenant, UUID learner) {
        return rows(OF_LEARNER, tenant, learner);
    }

    Uni<List<Dossier>> ofDelivery(String tenant, UUID delivery) {
        return rows(OF_DELIVERY, tenant, delivery);
    }

    private Uni<List<Dossier>> rows(String sql, String tenant, UUID id) {
        return pool.preparedQuery(sql).execute(Tuple.of(tenant, id)).map(DossierSearch::dossiers);
    }

    private static List<Dossier> dossiers(RowSet<Row> rows) {
        List<Dossier> dossiers = new ArrayList<>();
        rows.forEach(row -> dossiers.add(Dossiers.dossier(row)));
        return dossiers;
    }
}
