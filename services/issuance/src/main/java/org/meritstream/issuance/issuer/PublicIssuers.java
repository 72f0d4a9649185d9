package org.meritstream.issuance.issuer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.PublicRead;

/** Issuers as the public reads them: no private key comes near. */
@ApplicationScoped
public class PublicIssuers implements PublicRead {
    private static final String FIND = """
            select i.tenant, i.base, i.name, i.url, i.email, i.description, i.colour, k.multikey, k.public_jwk, k.revoked_at
            from issuer i join signing_key k on k.tenant = i.tenant where i.tenant = $1 order by k.valid_from desc, k.kind""";

    private final Pool pool;

    public PublicIssuers(Pool pool) {
        this.pool = pool;
    }

    /** An issuer and all its public keys, the newest first. */
    public record Found(Issuer issuer, List<ListedKey> keys) {}

    /** The tenant's issuer, or null. */
    public Uni<@Nullable Found> find(String tenant) {
        return pool.preparedQuery(FIND).execute(Tuple.of(tenant)).map(PublicIssuers::found);
    }

    @Override
    public Uni<Void> rehearse() {
        return find("").replaceWithVoid();
    }

    private static @Nullable Found found(RowSet<Row> rows) {
        List<ListedKey> keys = new ArrayList<>();
        Issuer issuer = null;
        for (Row row : rows) {
            issuer = Issuers.issuer(row);
            keys.add(key(row));
        }
        return issuer == null ? null : new Found(issuer, keys);
    }

    private static ListedKey key(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new ListedKey(KnownKeys.publicPart(row), revoked == null ? null : revoked.toInstant());
    }
}
