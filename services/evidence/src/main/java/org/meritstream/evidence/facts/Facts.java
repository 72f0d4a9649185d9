package org.meritstream.evidence.facts;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AttemptFact;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.FactFiled;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored facts: as they were said, under the id they were said of. */
@ApplicationScoped
public class Facts {
    private static final String LOAD = """
            select f.id, f.type, f.said::text as said
            from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join fact f on f.tenant = k.tenant and f.learner = k.learner
            join unnest($3::text[], $4::text[], $5::text[]) as a(tenant, area, name)
              on f.tenant = a.tenant and f.area = a.area and f.name = a.name""";
    private static final String SUBJECTS = """
            select distinct f.tenant, f.area, f.name
            from unnest($1::text[], $2::uuid[]) as k(tenant, learner)
            join fact f on f.tenant = k.tenant and f.learner = k.learner""";
    private static final String STORE = """
            insert into fact (tenant, learner, id, type, area, name, delivery, said)
            select t, l, i, y, a, n, d, j::json
            from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[])
              as f(t, l, i, y, a, n, d, j)
            on conflict (id) do nothing""";

    private final Database database;

    public Facts(Database database) {
        this.database = database;
    }

    /** The facts said of any of these ids about any of these subjects. */
    public List<Filed> load(Collection<LearnerKey> learners, Collection<Subject> subjects) {
        List<Filed> facts = new ArrayList<>();
        if (learners.isEmpty() || subjects.isEmpty()) {
            return facts;
        }
        Tuple params = Tuple.of(
                Learners.tenants(learners),
                Learners.ids(learners),
                column(subjects, Subject::tenant),
                column(subjects, Subject::area),
                column(subjects, Subject::name));
        for (Row row : database.query(LOAD, params)) {
            facts.add(filed(row));
        }
        return facts;
    }

    /** What the facts said of these ids are about. */
    public Set<Subject> subjects(Collection<LearnerKey> learners) {
        Set<Subject> subjects = new HashSet<>();
        if (learners.isEmpty()) {
            return subjects;
        }
        Tuple params = Tuple.of(Learners.tenants(learners), Learners.ids(learners));
        for (Row row : database.query(SUBJECTS, params)) {
            subjects.add(new Subject(row.getString("tenant"), row.getString("area"), row.getString("name")));
        }
        return subjects;
    }

    /** Stores new facts, each once. */
    public static List<Write> writes(List<Filed> added) {
        if (added.isEmpty()) {
            return List.of();
        }
        List<LearnerKey> learners = added.stream().map(Filed::learner).toList();
        List<Object> params = new ArrayList<>();
        params.add(Learners.tenants(learners));
        params.add(Learners.ids(learners));
        params.add(column(added, filed -> filed.fact().id()));
        params.add(column(added, filed -> EventType.of(filed.said()).schemaName()));
        params.add(column(added, filed -> filed.about().area()));
        params.add(column(added, filed -> filed.about().name()));
        params.add(added.stream().map(Facts::delivery).toArray(UUID[]::new));
        params.add(column(added, filed -> new String(EventFormat.bytes(filed.said()), StandardCharsets.UTF_8)));
        return List.of(Write.any(STORE, Tuple.from(params)));
    }

    private static Filed filed(Row row) {
        String id = row.getString("id");
        return switch (EventFormat.own(EventType.ofSchema(row.getString("type")), row.getString("said"))) {
            case AttemptFact attempt -> Filed.of(id, attempt);
            case FactFiled filed -> Filed.of(filed);
            case CredentialIssued issued -> Filed.of(id, issued);
            case CredentialFellDue expired -> Filed.of(id, expired);
            case CredentialRevoked revoked -> Filed.of(id, revoked);
            case CredentialVerified verified -> Filed.of(id, verified);
            case CredentialLapsed lapsed -> Filed.of(id, lapsed);
            default -> throw new IllegalStateException("What was stored as a fact is one");
        };
    }

    /** The raw delivery that brought it, if one did. */
    private static @Nullable UUID delivery(Filed filed) {
        return filed.said() instanceof AttemptFact attempt ? attempt.delivery() : null;
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
