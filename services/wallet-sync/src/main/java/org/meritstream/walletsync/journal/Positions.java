package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.meritstream.log.Position;

/** Where the reading of each partition goes on, a small document each. */
final class Positions {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private Positions() {}

    static List<Position> read(MongoCollection<Document> collection) {
        return collection
                .find()
                .map(kept ->
                        new Position(kept.getString("topic"), kept.getInteger("partition"), kept.getLong("nextOffset")))
                .into(new ArrayList<>());
    }

    static void write(MongoCollection<Document> collection, List<Position> next) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Position position : next) {
            Document kept = new Document("topic", position.topic())
                    .append("partition", position.partition())
                    .append("nextOffset", position.offset());
            writes.add(new UpdateOneModel<>(
                    eq("_id", position.topic() + ":" + position.partition()), new Document("$set", kept), UPSERT));
        }
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }
}
