package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meritstream.events.Securing;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.issuer.IssuerKeys;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.keys.SigningKeys;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Founds issuers without the HTTP edge. */
@ApplicationScoped
public class Founding {
    private final Database database;
    private final SigningKeys keys;
    private final StatusLists lists;

    Founding(Database database, SigningKeys keys, StatusLists lists) {
        this.database = database;
        this.keys = keys;
        this.lists = lists;
    }

    void found(String tenant) {
        found(tenant, Securing.EDDSA_RDFC_2022);
    }

    void found(String tenant, Securing... securings) {
        Issuer issuer = new Issuer(
                tenant, "http://localhost:8080", "University " + tenant, "https://u.example", null, null, null);
        SigningKeys.Stored key = keys.generate(tenant);
        List<Write> writes = new ArrayList<>();
        writes.add(Issuers.open(issuer, List.of(securings), Story.START));
        writes.add(IssuerKeys.next(key, Story.START));
        Arrays.stream(securings)
                .map(securing -> SecuredBy.of(securing).key())
                .filter(kind -> kind != key.kind())
                .distinct()
                .forEach(kind -> writes.add(IssuerKeys.next(keys.generate(tenant, kind), Story.START)));
        writes.addAll(lists.open(new SigningIssuer(issuer, keys.open(key)), 1));
        database.inTransaction(writes);
    }

    /** How many rows of the tenant there are. */
    long count(String what, String tenant) {
        return database.query("select count(*) as n from " + what, io.vertx.mutiny.sqlclient.Tuple.of(tenant))
                .iterator()
                .next()
                .getLong("n");
    }

    /** Changes rows of the tenant. */
    void run(String statement, String tenant) {
        database.query(statement, io.vertx.mutiny.sqlclient.Tuple.of(tenant));
    }

    /** The one row. */
    io.vertx.mutiny.sqlclient.Row row(String statement, Object... params) {
        return database.query(statement, io.vertx.mutiny.sqlclient.Tuple.from(params))
                .iterator()
                .next();
    }
}
