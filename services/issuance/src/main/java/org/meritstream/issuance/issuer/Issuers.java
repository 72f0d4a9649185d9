package org.meritstream.issuance.issuer;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Issuers and their keys in PostgreSQL. */
@ApplicationScoped
public class Issuers {
    private static final String LOAD = """
            select i.tenant, i.base, i.name, i.url, i.email, i.description, k.multikey, k.wrapped
            from issuer i join signing_key k on k.tenant = i.tenant and k.purpose = 'assertion' and k.valid_until is null
            where i.tenant = any($1::text[])""";
    private static final String OPEN = """
            insert into issuer (tenant, base, name, url, email, description, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (tenant) do nothing""";
    private static final String KEY = """
            insert into signing_key (multikey, tenant, purpose, wrapped, valid_from) values ($1, $2, 'assertion', $3, $4)""";
    private static final String CHANGE =
            "update issuer set name = $2, url = $3, email = $4, description = $5, updated_at = $6 where tenant = $1";
    private static final String MISSING = "select 1 from issuer where tenant = $1";

    private final Database database;
    private final SigningKeys keys;

    public Issuers(Database database, SigningKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Those of these tenants that have an issuer, with their keys in use. */
    public Map<String, SigningIssuer> load(Collection<String> tenants) {
        Map<String, SigningIssuer> issuers = new HashMap<>();
        if (tenants.isEmpty()) {
            return issuers;
        }
        for (Row row : database.query(LOAD, Tuple.of(tenants.toArray(String[]::new)))) {
            Issuer issuer = issuer(row);
            SigningKeys.Stored stored = new SigningKeys.Stored(
                    issuer.tenant(),
                    row.getString("multikey"),
                    row.getBuffer("wrapped").getBytes());
            issuers.put(issuer.tenant(), new SigningIssuer(issuer, keys.open(stored)));
        }
        return issuers;
    }

    /** A new issuer and its first key; contended when there is one already. */
    public static List<Write> open(Issuer issuer, SigningKeys.Stored key, Instant at) {
        return List.of(
                Write.exactly(
                        1,
                        OPEN,
                        Tuple.from(Arrays.asList(
                                issuer.tenant(),
                                issuer.base(),
                                issuer.name(),
                                issuer.url(),
                                issuer.email(),
                                issuer.description(),
                                at.atOffset(ZoneOffset.UTC)))),
                Write.exactly(
                        1,
                        KEY,
                        Tuple.of(
                                key.multikey(),
                                key.tenant(),
                                Buffer.buffer(key.wrapped()),
                                at.atOffset(ZoneOffset.UTC))));
    }

    /** What may change of an issuer: everything but its base address, which is part of every credential's id. */
    public static Write change(Issuer issuer, Instant at) {
        return Write.exactly(
                1,
                CHANGE,
                Tuple.of(
                        issuer.tenant(),
                        issuer.name(),
                        issuer.url(),
                        issuer.email(),
                        issuer.description(),
                        at.atOffset(ZoneOffset.UTC)));
    }

    /** Guards that a tenant has still no issuer. */
    public static Write stillMissing(String tenant) {
        return Write.exactly(0, MISSING, Tuple.of(tenant));
    }

    static Issuer issuer(Row row) {
        return new Issuer(
                row.getString("tenant"),
                row.getString("base"),
                row.getString("name"),
                row.getString("url"),
                row.getString("email"),
                row.getString("description"));
    }
}
