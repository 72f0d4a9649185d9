package org.meritstream.walletsync.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.journal.Places;
import org.meritstream.walletsync.journal.WalletDatabase;

/** The browser sessions, by the SHA-256 of their token. */
@ApplicationScoped
public class Sessions {
    private static final String ID = "_id";
    private static final String EXPIRES = "expiresAt";

    private final WalletDatabase database;

    public Sessions(WalletDatabase database) {
        this.database = database;
    }

    /** Remembers a new session. */
    Uni<Void> add(Secret token, Session session) {
        Document document = new Document(ID, token.hash())
                .append("tenant", session.tenant())
                .append("learner", session.learner())
                .append("credential", session.credential())
                .append(EXPIRES, session.expiresAt());
        return database.edge(Places.SESSIONS, Document.class)
                .insertOne(document)
                .replaceWithVoid();
    }

    /** The session of a token for a credential, or null when there is none that lasts. */
    Uni<@Nullable Session> find(Secret token, UUID credential, Instant now) {
        return collection()
                .find(and(eq(ID, token.hash()), eq("credential", credential), gt(EXPIRES, now)))
                .toUni();
    }

    /** Forgets sessions that ended before a moment. */
    Uni<Long> sweep(Instant endedBefore) {
        return collection().deleteMany(lt(EXPIRES, endedBefore)).map(result -> result.getDeletedCount());
    }

    private ReactiveMongoCollection<Session> collection() {
        return database.edge(Places.SESSIONS, Session.class);
    }
}
