package org.meritstream.issuance.issuer;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.meritstream.events.CompromiseKey;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.log.postgres.Database;

/** Keys of issuers as they are spoken of: their public parts alone. */
@ApplicationScoped
public class KnownKeys {
    private static final String LOAD = """
            select k.tenant, k.multikey, k.public_jwk, k.valid_until, k.compromise
            from unnest($1::text[], $2::text[]) as a(tenant, key) join signing_key k on k.tenant = a.tenant and k.multikey = a.key""";

    private final Database database;

    KnownKeys(Database database) {
        this.database = database;
    }

    /** Those that are there of these; another tenant's key is not. */
    public List<KnownKey> load(Collection<CompromiseKey> asked) {
        List<KnownKey> keys = new ArrayList<>();
        if (asked.isEmpty()) {
            return keys;
        }
        Tuple params = Tuple.of(
                asked.stream().map(CompromiseKey::tenant).toArray(String[]::new),
                asked.stream().map(CompromiseKey::key).toArray(String[]::new));
        for (Row row : database.query(LOAD, params)) {
            keys.add(new KnownKey(
                    row.getString("tenant"),
                    row.getString("multikey"),
                    publicPart(row),
                    row.getOffsetDateTime("valid_until") == null,
                    row.getUUID("compromise")));
        }
        return keys;
    }

    /** The public part of a key. */
    static VerificationKey publicPart(Row row) {
        String jwk = row.getString("public_jwk");
        return jwk == null ? VerificationKey.ofMultikey(row.getString("multikey")) : VerificationKey.ofJwk(jwk);
    }
}
