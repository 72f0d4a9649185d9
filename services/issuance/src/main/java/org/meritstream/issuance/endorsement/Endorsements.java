package org.meritstream.issuance.endorsement;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.NamedKeys;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Endorsements in PostgreSQL: what is recorded, signed and revoked. */
@ApplicationScoped
public class Endorsements {
    /** What one is read from: endorsement {@code e}. */
    static final String COLUMNS = """
            e.id, e.tenant, e.endorsed, e.comment, e.status_list, e.status_index, e.document, e.issued_at, e.secured, e.token,
              e.revoked_at""";

    private static final String LOAD = """
            select %s from endorsement e
            where e.id = any($1::uuid[]) or (e.tenant = any($2::text[]) and e.endorsed = any($3::text[]))""".formatted(COLUMNS);

    /** What was recorded and never signed is recorded anew under the same entry; what is signed is never touched. */
    private static final String RECORD = """
            insert into endorsement as e (id, tenant, endorsed, comment, status_list, status_index, document, issued_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set endorsed = excluded.endorsed, document = excluded.document where e.secured is null""";

    private static final String SIGN =
            "update endorsement set secured = $2, token = $3, signed_by = $4 where id = $1 and secured is null";

    /** Of the forms that were seen, standing as it was seen to. */
    private static final String SIGN_AGAIN = """
            update endorsement set secured = $2, token = $3, signed_by = $4
            where id = $1 and secured = $5 and revoked_at is not distinct from $6""";

    /** What is told of it holds the proofs that were seen. */
    private static final String REVOKE =
            "update endorsement set revoked_at = $2 where id = $1 and revoked_at is null and secured = $3";

    /** What was published stands; a revocation is never taken back. */
    private static final String ADOPT = """
            insert into endorsement as e (id, tenant, endorsed, comment, status_list, status_index, document, issued_at, secured,
              token, revoked_at, signed_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (id) do update set status_list = excluded.status_list, status_index = excluded.status_index,
              document = excluded.document, issued_at = excluded.issued_at, secured = excluded.secured, token = excluded.token,
              revoked_at = coalesce(e.revoked_at, excluded.revoked_at), signed_by = excluded.signed_by""";

    private final Database database;

    Endorsements(Database database) {
        this.database = database;
    }

    /** Those with these ids, and those that one of the tenants made of one of the endorsed: recorded and signed ones. */
    public List<HeldEndorsement> load(Collection<UUID> ids, Collection<String> tenants, Collection<String> endorsed) {
        Tuple params =
                Tuple.of(ids.toArray(UUID[]::new), tenants.toArray(String[]::new), endorsed.toArray(String[]::new));
        List<HeldEndorsement> held = new ArrayList<>();
        for (Row row : database.query(LOAD, params)) {
            held.add(endorsement(row));
        }
        return held;
    }

    /** Records what is about to be signed: committed before any signature exists. */
    public void record(List<HeldEndorsement> endorsements) {
        database.inTransaction(endorsements.stream()
                .map(one -> Write.exactly(1, RECORD, Tuple.from(recorded(one))))
                .toList());
    }

    /** Stores the signed forms of what was recorded. */
    public static Write sign(HeldEndorsement signed) {
        return Write.exactly(1, SIGN, Tuple.of(signed.id(), signed.made(), signed.token(), signers(signed)));
    }

    /** Stores other signed forms in the place of those that were seen. */
    public static Write signAgain(HeldEndorsement before, HeldEndorsement signed) {
        return Write.exactly(
                1,
                SIGN_AGAIN,
                Tuple.of(
                        signed.id(),
                        signed.made(),
                        signed.token(),
                        signers(signed),
                        before.made(),
                        time(before.revokedAt())));
    }

    private static String[] signers(HeldEndorsement signed) {
        return NamedKeys.in(signed.made(), signed.token()).toArray(String[]::new);
    }

    /** Stores a revocation. */
    public static Write revoke(HeldEndorsement gone, Instant at) {
        return Write.exactly(1, REVOKE, Tuple.of(gone.id(), time(at), gone.made()));
    }

    /** Stores one as it was published. */
    public static Write adopt(HeldEndorsement published) {
        List<@Nullable Object> params = recorded(published);
        params.addAll(
                Arrays.asList(published.secured(), published.token(), time(published.revokedAt()), signers(published)));
        return Write.any(ADOPT, Tuple.from(params));
    }

    private static List<@Nullable Object> recorded(HeldEndorsement one) {
        return new ArrayList<>(Arrays.asList(
                one.id(),
                one.tenant(),
                one.endorsed(),
                one.comment(),
                one.status().list(),
                one.status().index(),
                one.document(),
                time(one.issuedAt())));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static HeldEndorsement endorsement(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new HeldEndorsement(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getString("endorsed"),
                row.getString("comment"),
                new StatusEntry(row.getString("status_list"), row.getInteger("status_index")),
                row.getString("document"),
                row.getOffsetDateTime("issued_at").toInstant(),
                row.getString("secured"),
                row.getString("token"),
                revoked == null ? null : revoked.toInstant());
    }
}
