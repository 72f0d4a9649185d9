package org.meritstream.issuance.issuer;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.log.postgres.Write;

/** The keys of issuers in PostgreSQL: of each kind one in use at most, and every one that ever signed, so that old credentials stay verifiable. */
public final class IssuerKeys {
    private static final String COLUMNS = """
            insert into signing_key (multikey, tenant, purpose, kind, public_jwk, wrapped, home, valid_from)
            select $1, $2, 'assertion', $3, $4, $5, $6, $7""";
    private static final String FIRST = COLUMNS + "\n" + """
            where not exists (select 1 from signing_key
              where tenant = $2 and purpose = 'assertion' and kind = $3 and valid_until is null)""";
    private static final String RETIRE = """
            update signing_key set valid_until = $3
            where tenant = $1 and purpose = 'assertion' and kind = $2 and valid_until is null""";

    /** A shared lock: whoever puts another key in its place waits for this turn, and then finds all that the key signed. */
    private static final String IN_USE =
            "select 1 from signing_key where multikey = any($1::text[]) and valid_until is null for share";

    private static final String COMPROMISE = """
            update signing_key set revoked_at = $3, compromise = $5, valid_until = coalesce(valid_until, $4)
            where tenant = $1 and multikey = $2 and revoked_at is null""";

    private IssuerKeys() {}

    /** A key of a kind that the issuer has none of yet; nothing where it has one by now. */
    public static Write first(SigningKeys.Stored key, Instant at) {
        return Write.any(FIRST, params(key, at));
    }

    /** A key of a kind whose former one was just retired. */
    public static Write next(SigningKeys.Stored key, Instant at) {
        return Write.exactly(1, COLUMNS, params(key, at));
    }

    /** The key of this kind signs no more. */
    public static Write retire(String tenant, KeyKind kind, Instant at) {
        return Write.exactly(1, RETIRE, Tuple.of(tenant, kind.name(), at.atOffset(ZoneOffset.UTC)));
    }

    /** Guards that these are all in use still, as was seen by whoever signed with them. */
    public static Write inUse(Collection<String> names) {
        String[] all = names.stream().distinct().sorted().toArray(String[]::new);
        return Write.exactly(all.length, IN_USE, Tuple.of((Object) all));
    }

    /**
     * Nothing that the key signed is believed any more, and it signs no more.
     *
     * @param bulk the operation that secures again what it signed
     */
    public static Write compromise(KnownKey key, Instant since, UUID bulk, Instant at) {
        return Write.exactly(
                1,
                COMPROMISE,
                Tuple.of(key.tenant(), key.name(), since.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), bulk));
    }

    static SigningKeys.Stored stored(Row row) {
        return new SigningKeys.Stored(
                row.getString("tenant"),
                KeyKind.valueOf(row.getString("kind")),
                row.getString("multikey"),
                row.getString("public_jwk"),
                row.getString("home"),
                row.getBuffer("wrapped").getBytes());
    }

    private static Tuple params(SigningKeys.Stored key, Instant at) {
        return Tuple.from(Arrays.asList(
                key.multikey(),
                key.tenant(),
                key.kind().name(),
                key.publicJwk(),
                Buffer.buffer(key.held()),
                key.home(),
                at.atOffset(ZoneOffset.UTC)));
    }
}
