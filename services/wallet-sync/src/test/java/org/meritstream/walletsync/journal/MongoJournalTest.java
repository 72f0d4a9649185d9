package org.meritstream.walletsync.journal;

import static com.mongodb.client.model.Filters.eq;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.meritstream.events.EventData;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.proving.JournalContract;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.wallet.Facts;

/** The journal's contract, here over the emulator's memory. */
@QuarkusTest
@QuarkusTestResource(InMemory.class)
class MongoJournalTest extends JournalContract<WalletWrite> {

    @Inject
    MongoJournal journal;

    @Inject
    WalletDatabase database;

    @BeforeEach
    void empty() {
        List.of(Places.WALLETS, Places.DOCUMENTS, Places.HANDLED)
                .forEach(place -> database.loop(place).deleteMany(new Document()));
    }

    @Override
    protected Journal<WalletWrite> journal() {
        return journal;
    }

    @Override
    protected Inbound event(String id, long offset) {
        EventData issued = Facts.issued(Facts.NORTHGATE, learner(id), Facts.CREDENTIAL);
        return Facts.inbound(id, Facts.NOON, issued, offset);
    }

    @Override
    protected WalletWrite effect(Inbound event) {
        Document trace = new Document("tenant", Facts.NORTHGATE);
        WalletWrite.Cause cause = new WalletWrite.Cause(event.id(), null);
        return new WalletWrite.Change(Places.WALLETS, Places.id(event), trace, 0, List.of(cause));
    }

    @Override
    protected boolean happened(Inbound event) {
        return database.loop(Places.WALLETS).find(eq("_id", Places.id(event))).first() != null;
    }

    private static UUID learner(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
