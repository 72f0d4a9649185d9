package org.meritstream.walletsync.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.journal.Places;
import org.meritstream.walletsync.journal.WalletDatabase;

/** The single-use links that were given out, by the SHA-256 of their token. */
@ApplicationScoped
public class Claims {
    private static final String ID = "_id";
    private static final String EXPIRES = "expiresAt";
    private static final String SPENT = "spentAt";

    private final WalletDatabase database;

    public Claims(WalletDatabase database) {
        this.database = database;
    }

    /** Remembers a new link. */
    Uni<Void> add(Secret token, Claim claim) {
        Document document = new Document(ID, token.hash())
                .append("tenant", claim.tenant())
                .append("learner", claim.learner())
                .append("credential", claim.credential())
                .append(EXPIRES, claim.expiresAt());
        return database.edge(Places.CLAIMS, Document.class).insertOne(document).replaceWithVoid();
    }

    /** What is held of a link, or null. */
    Uni<@Nullable Claim> find(Secret token) {
        return collection().find(eq(ID, token.hash())).toUni();
    }

    /** Spends a link: of all who try, one gets it; the others, and whoever is late, get null. */
    Uni<@Nullable Claim> spend(Secret token, Instant now) {
        Bson open = and(eq(ID, token.hash()), exists(SPENT, false), gt(EXPIRES, now));
        return collection().findOneAndUpdate(open, set(SPENT, now));
    }

    /** Forgets links that ended before a moment. */
    Uni<Long> sweep(Instant endedBefore) {
        return collection().deleteMany(lt(EXPIRES, endedBefore)).map(result -> result.getDeletedCount());
    }

    private ReactiveMongoCollection<Claim> collection() {
        return database.edge(Places.CLAIMS, Claim.class);
    }
}
