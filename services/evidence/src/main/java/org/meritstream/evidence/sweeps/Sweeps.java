package org.meritstream.evidence.sweeps;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.SweepAwards;
import org.meritstream.log.postgres.Database;

/** The slices that sweeps ask for, in ascending order of the awards' ids. */
@ApplicationScoped
public class Sweeps {
    /** As many awards as one turn asks for. */
    public static final int SLICE = 500;

    private static final UUID FIRST = new UUID(0, 0);
    private static final String LIFTED = """
            select a.id, a.learner from restraint r
            join award a on a.tenant = r.tenant and a.state = 'WITHHELD' and (r.achievement is null or a.achievement = r.achievement)
            where r.tenant = $1 and r.id = $2 and a.id > $3 order by a.id limit\s""" + SLICE;

    private static final String APPROVED = """
            select i.award as id, i.learner from award_batch b join award_batch_item i on i.batch = b.id
            where b.tenant = $1 and b.id = $2 and b.approved_at is not null and i.excluded_by is null
              and i.outcome is null and i.award > $3
            order by i.award limit\s""" + SLICE;

    private final Database database;

    public Sweeps(Database database) {
        this.database = database;
    }

    /** The next slice of each. */
    public Map<SweepAwards, List<Swept>> load(Collection<SweepAwards> asked) {
        Map<SweepAwards, List<Swept>> slices = new HashMap<>();
        asked.forEach(sweep -> slices.put(sweep, slice(sweep)));
        return slices;
    }

    private List<Swept> slice(SweepAwards sweep) {
        String sql = switch (sweep.kind()) {
            case LIFTED -> LIFTED;
            case APPROVED -> APPROVED;
        };
        UUID after = sweep.after() == null ? FIRST : sweep.after();
        List<Swept> slice = new ArrayList<>();
        for (Row row : database.query(sql, Tuple.of(sweep.tenant(), sweep.sweep(), after))) {
            slice.add(new Swept(row.getUUID("id"), row.getUUID("learner")));
        }
        return slice;
    }
}
