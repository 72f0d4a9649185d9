package org.meritstream.issuance.http;

import io.vertx.mutiny.sqlclient.Tuple;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.log.postgres.Database;

/** The issuer of {@link SignedFixture} in the store, as role public finds it. */
final class SignedIssuer {
    private SignedIssuer() {}

    static void publish(Database database, String statusList) {
        database.query("""
                insert into issuer (tenant, base, name, url, created_at, updated_at)
                values ('northgate', 'http://localhost:8080', 'Northgate', 'https://u.example', now(), now())
                on conflict do nothing""", Tuple.tuple());
        database.query("""
                insert into signing_key (multikey, tenant, purpose, wrapped, valid_from)
                values ($1, 'northgate', 'assertion', ''::bytea, now()) on conflict do nothing""", Tuple.of(SignedFixture.MULTIKEY));
        list(database, statusList);
    }

    static void list(Database database, String document) {
        database.query("""
                insert into status_list (id, tenant, number, bits, document, signed_at)
                values ('northgate-1', 'northgate', 1, ''::bytea, $1, now())
                on conflict (id) do update set document = excluded.document""", Tuple.of(document));
    }
}
