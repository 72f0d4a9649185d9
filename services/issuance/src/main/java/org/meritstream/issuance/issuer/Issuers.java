package org.meritstream.issuance.issuer;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Issuers and their keys in PostgreSQL. */
@ApplicationScoped
public class Issuers {
    private static final String LOAD = """
            select i.tenant, i.base, i.name, i.url, i.email, i.description, i.colour, i.securings, i.status_profile, k.kind, k.multikey, k.public_jwk, k.wrapped, k.home
            from issuer i join signing_key k on k.tenant = i.tenant and k.purpose = 'assertion' and k.valid_until is null
            where i.tenant = any($1::text[])""";
    private static final String OPEN = """
            insert into issuer (tenant, base, name, url, email, description, colour, securings, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict (tenant) do nothing""";
    private static final String CHANGE =
            "update issuer set name = $2, url = $3, email = $4, description = $5, colour = $6, updated_at = $7 where tenant = $1";
    private static final String SECURE = "update issuer set securings = $2, updated_at = $3 where tenant = $1";
    private static final String PROFILE = "update issuer set status_profile = $2, updated_at = $3 where tenant = $1";
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
            issuers.merge(row.getString("tenant"), withOneKey(row), Issuers::together);
        }
        return issuers;
    }

    private SigningIssuer withOneKey(Row row) {
        Issuer issuer = issuer(row);
        SigningKey key = keys.open(IssuerKeys.stored(row));
        List<Securing> securings = Arrays.stream(row.getArrayOfStrings("securings"))
                .map(SecuredBy::named)
                .toList();
        return new SigningIssuer(
                issuer, Map.of(key.kind(), key), securings, StatusProfile.valueOf(row.getString("status_profile")));
    }

    private static SigningIssuer together(SigningIssuer one, SigningIssuer other) {
        Map<KeyKind, SigningKey> keys = new EnumMap<>(one.keys());
        keys.putAll(other.keys());
        return new SigningIssuer(one.issuer(), keys, one.securings(), one.profile());
    }

    /** A new issuer; contended when there is one already. */
    public static Write open(Issuer issuer, List<Securing> securings, Instant at) {
        return Write.exactly(
                1,
                OPEN,
                Tuple.from(Arrays.asList(
                        issuer.tenant(),
                        issuer.base(),
                        issuer.name(),
                        issuer.url(),
                        issuer.email(),
                        issuer.description(),
                        issuer.colour(),
                        stored(securings),
                        at.atOffset(ZoneOffset.UTC))));
    }

    /** How it secures from now on. */
    public static Write secure(String tenant, List<Securing> securings, Instant at) {
        return Write.exactly(1, SECURE, Tuple.of(tenant, stored(securings), at.atOffset(ZoneOffset.UTC)));
    }

    /** What its credentials may become from now on. */
    public static Write profile(String tenant, StatusProfile profile, Instant at) {
        return Write.exactly(1, PROFILE, Tuple.of(tenant, profile.name(), at.atOffset(ZoneOffset.UTC)));
    }

    private static String[] stored(List<Securing> securings) {
        return securings.stream()
                .map(securing -> SecuredBy.of(securing).stored())
                .toArray(String[]::new);
    }

    /** What may change of an issuer: everything but its base address, which is part of every credential's id. */
    public static Write change(Issuer issuer, Instant at) {
        return Write.exactly(
                1,
                CHANGE,
                Tuple.from(Arrays.asList(
                        issuer.tenant(),
                        issuer.name(),
                        issuer.url(),
                        issuer.email(),
                        issuer.description(),
                        issuer.colour(),
                        at.atOffset(ZoneOffset.UTC))));
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
                row.getString("description"),
                row.getString("colour"));
    }
}
