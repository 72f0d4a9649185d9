package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The handled entries of one topic from before a moment, wherever they lie. They go without touching the version of the document they lie in:
 * what a turn was decided on is still so.
 */
final class OldEntries {
    private static final String ID = "_id";
    private static final String INSIDE = MongoJournal.ENTRIES + ".";

    private final WalletDatabase database;
    private final String topic;
    private final Instant before;
    private final Bson old;

    OldEntries(WalletDatabase database, String topic, Instant before) {
        this.database = database;
        this.topic = topic;
        this.before = before;
        this.old = and(eq(Entries.TOPIC, topic), lt(Entries.AT, before));
    }

    /** Forgets about so many, first those that lie alone; how many. */
    int forget(int most) {
        int forgotten = alone(most);
        for (String place : List.of(Places.WALLETS, Places.DOCUMENTS)) {
            if (forgotten < most) {
                forgotten += inside(place, most - forgotten);
            }
        }
        return forgotten;
    }

    /** What they are found by; nothing where it is there. */
    static void index(WalletDatabase database) {
        database.loop(Places.HANDLED).createIndex(ascending(Entries.TOPIC, Entries.AT));
        for (String place : List.of(Places.WALLETS, Places.DOCUMENTS)) {
            database.loop(place).createIndex(ascending(INSIDE + Entries.TOPIC, INSIDE + Entries.AT));
        }
    }

    private int alone(int most) {
        MongoCollection<Document> collection = database.loop(Places.HANDLED);
        List<String> ids = collection
                .find(old)
                .projection(include(ID))
                .limit(most)
                .map(entry -> entry.getString(ID))
                .into(new ArrayList<>());
        return ids.isEmpty() ? 0 : (int) collection.deleteMany(in(ID, ids)).getDeletedCount();
    }

    private int inside(String place, int most) {
        MongoCollection<Document> collection = database.loop(place);
        List<WriteModel<Document>> updates = new ArrayList<>();
        List<String> forgotten = new ArrayList<>();
        for (Document document : collection
                .find(elemMatch(MongoJournal.ENTRIES, old))
                .projection(include(INSIDE + Entries.ID, INSIDE + Entries.TOPIC, INSIDE + Entries.AT))) {
            if (forgotten.size() >= most) {
                break;
            }
            List<String> ids = MongoJournal.entries(document).stream()
                    .filter(this::isOld)
                    .map(entry -> entry.getString(Entries.ID))
                    .toList();
            forgotten.addAll(ids);
            updates.add(new UpdateOneModel<>(
                    eq(ID, document.getString(ID)), pull(MongoJournal.ENTRIES, in(Entries.ID, ids))));
        }
        if (!updates.isEmpty()) {
            // What points to an outcome goes first: left behind by a crash, it would never be found again.
            database.loop(Places.COMMANDS).deleteMany(in(ID, forgotten));
            collection.bulkWrite(updates);
        }
        return forgotten.size();
    }

    private boolean isOld(Document entry) {
        Date at = entry.getDate(Entries.AT);
        return topic.equals(entry.getString(Entries.TOPIC))
                && at != null
                && at.toInstant().isBefore(before);
    }
}
