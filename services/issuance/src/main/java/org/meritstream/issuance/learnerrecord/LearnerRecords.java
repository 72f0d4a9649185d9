package org.meritstream.issuance.learnerrecord;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.proof.NamedKeys;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Learner records in PostgreSQL: what is recorded and signed. */
@ApplicationScoped
public class LearnerRecords {
    /** What one is read from: learner_record {@code r}. */
    static final String COLUMNS =
            "r.id, r.tenant, r.learner, r.stack, r.credentials, r.document, r.issued_at, r.secured, r.token";

    private static final String SELECT = "select " + COLUMNS + " from learner_record r where ";
    private static final String OF = SELECT + """
            (r.tenant, r.learner) in (select * from unnest($1::text[], $2::uuid[])) order by r.issued_at desc, r.id""";
    private static final String THERE = SELECT + "r.id = any($1::uuid[])";

    /** What was recorded and never signed is recorded anew; what is signed is never touched. */
    private static final String RECORD = """
            insert into learner_record as r (id, tenant, learner, stack, credentials, document, issued_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do update set credentials = excluded.credentials, document = excluded.document
              where r.secured is null""";

    private static final String SIGN =
            "update learner_record set secured = $2, token = $3, signed_by = $4 where id = $1 and secured is null";

    /** Of the forms that were seen; whoever else signed it again meanwhile was first. */
    private static final String SIGN_AGAIN = """
            update learner_record set document = $2, secured = $3, token = $4, signed_by = $5 where id = $1 and secured = $6""";

    /** What was published stands: whoever holds it has its address. */
    private static final String ADOPT = """
            insert into learner_record (id, tenant, learner, stack, credentials, document, issued_at, secured, token, signed_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update set credentials = excluded.credentials, document = excluded.document,
              issued_at = excluded.issued_at, secured = excluded.secured, token = excluded.token,
              signed_by = excluded.signed_by""";

    private final Database database;

    LearnerRecords(Database database) {
        this.database = database;
    }

    /** Those of these people, recorded and signed ones, the newest first. */
    public List<HeldRecord> of(Collection<LearnerKey> people) {
        return load(
                OF,
                Tuple.of(
                        people.stream().map(LearnerKey::tenant).toArray(String[]::new),
                        people.stream().map(LearnerKey::learner).toArray(UUID[]::new)));
    }

    /** Those of these that are there. */
    public List<HeldRecord> load(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : load(THERE, Tuple.of((Object) ids.toArray(UUID[]::new)));
    }

    private List<HeldRecord> load(String statement, Tuple params) {
        List<HeldRecord> held = new ArrayList<>();
        for (Row row : database.query(statement, params)) {
            held.add(record(row));
        }
        return held;
    }

    /** Records one that is about to be signed: committed before any signature exists. */
    public void record(HeldRecord one) {
        database.inTransaction(List.of(Write.exactly(1, RECORD, Tuple.from(recorded(one)))));
    }

    /** Takes back one that was published. */
    public static Write adopt(HeldRecord published) {
        List<@Nullable Object> params = recorded(published);
        params.add(published.made());
        params.add(published.token());
        params.add(signers(published));
        return Write.any(ADOPT, Tuple.from(params));
    }

    private static List<@Nullable Object> recorded(HeldRecord one) {
        return new ArrayList<>(Arrays.asList(
                one.id(),
                one.tenant(),
                one.learner(),
                one.stack(),
                one.credentials().toArray(UUID[]::new),
                one.document(),
                one.issuedAt().atOffset(ZoneOffset.UTC)));
    }

    /** Stores the signed forms of what was recorded. */
    public static Write sign(HeldRecord signed) {
        return Write.exactly(1, SIGN, Tuple.of(signed.id(), signed.made(), signed.token(), signers(signed)));
    }

    /** Stores other signed forms in the place of those that were seen. */
    public static Write signAgain(HeldRecord before, HeldRecord signed) {
        return Write.exactly(
                1,
                SIGN_AGAIN,
                Tuple.of(
                        signed.id(), signed.document(), signed.made(), signed.token(), signers(signed), before.made()));
    }

    private static String[] signers(HeldRecord signed) {
        return NamedKeys.in(signed.made(), signed.token()).toArray(String[]::new);
    }

    static HeldRecord record(Row row) {
        return new HeldRecord(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getUUID("learner"),
                row.getUUID("stack"),
                List.of(row.getArrayOfUUIDs("credentials")),
                row.getString("document"),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getString("secured"),
                row.getString("token"));
    }
}
