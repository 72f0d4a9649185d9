package org.meritstream.walletsync.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two ways to the one database: blocking for the loop's own thread, reactive for HTTP edges. */
@ApplicationScoped
public class WalletDatabase {
    private final MongoClient loop;
    private final ReactiveMongoClient edge;
    private final String name;

    public WalletDatabase(
            MongoClient loop,
            ReactiveMongoClient edge,
            @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        this.loop = loop;
        this.edge = edge;
        this.name = name;
    }

    /** A collection as raw documents, for the loop. */
    public MongoCollection<Document> loop(String place) {
        return loop(place, Document.class);
    }

    /** A collection as records, for the loop. */
    public <T> MongoCollection<T> loop(String place, Class<T> type) {
        return loop.getDatabase(name).getCollection(place, type);
    }

    /** A collection as records, for HTTP edges. */
    public <T> ReactiveMongoCollection<T> edge(String place, Class<T> type) {
        return edge.getDatabase(name).getCollection(place, type);
    }

    /** Completes when the server answers. */
    Uni<Void> ping() {
        return edge.getDatabase(name).runCommand(new Document("ping", 1)).replaceWithVoid();
    }
}
