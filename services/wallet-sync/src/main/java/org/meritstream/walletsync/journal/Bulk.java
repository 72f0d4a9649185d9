package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.meritstream.log.Contended;
import org.meritstream.log.RecordFault;

/** All writes of a turn to one collection, in one round trip. */
final class Bulk {
    private static final String VERSION = "version";
    private static final String ENTRY_IDS = "handled.id";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final UpdateOptions PLAIN = new UpdateOptions();

    private final MongoCollection<Document> collection;
    private final List<WriteModel<Document>> writes = new ArrayList<>();

    Bulk(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void add(WalletWrite.Note note) {
        Document fields = new Document(note.fields()).append(VERSION, 0L);
        writes.add(new UpdateOneModel<>(eq("_id", note.id()), new Document("$setOnInsert", fields), UPSERT));
    }

    void add(Document insert) {
        writes.add(new InsertOneModel<>(insert));
    }

    /** A new document is an upsert whose filter can not match an existing one of a later version: that ends in a duplicate key. */
    void add(WalletWrite.Change change, List<Document> entries) {
        // Flat, with _id first: the emulator looks up what names an _id so, or, in memory, passes over every other
        // document at its first look.
        Document unchanged = new Document("_id", change.id())
                .append(VERSION, change.seen())
                .append(ENTRY_IDS, new Document("$nin", ids(entries)));
        Document update = new Document("$set", new Document(change.fields()).append(VERSION, change.seen() + 1))
                .append("$push", new Document("handled", new Document("$each", entries)));
        writes.add(new UpdateOneModel<>(unchanged, update, change.seen() == 0 ? UPSERT : PLAIN));
    }

    private static List<String> ids(List<Document> entries) {
        return entries.stream().map(entry -> entry.getString("id")).toList();
    }

    /** Writes what is not there yet. Somebody else's note of the same is as good. */
    void note() {
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw refused(e);
            }
        }
    }

    /** Writes all, or says that somebody else was there first. */
    void change() {
        try {
            BulkWriteResult result = collection.bulkWrite(writes, UNORDERED);
            int done = result.getMatchedCount()
                    + result.getUpserts().size()
                    + result.getInserts().size();
            if (done != writes.size()) {
                throw new Contended("a document of " + collection.getNamespace().getCollectionName() + " was changed");
            }
        } catch (MongoBulkWriteException e) {
            if (onlyDuplicates(e)) {
                throw new Contended("a document of " + collection.getNamespace().getCollectionName() + " is there");
            }
            throw refused(e);
        }
    }

    private static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && !e.getWriteErrors().isEmpty()
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** The store refused the data itself; a store that is away or slow fails otherwise. */
    private static RuntimeException refused(MongoBulkWriteException e) {
        return e.getWriteErrors().isEmpty()
                ? e
                : new RecordFault(
                        "the store refused a document, code "
                                + e.getWriteErrors().get(0).getCode(),
                        e);
    }
}
