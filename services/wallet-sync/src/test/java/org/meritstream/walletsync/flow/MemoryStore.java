package org.meritstream.walletsync.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.meritstream.events.Message;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turn;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.journal.Places;
import org.meritstream.walletsync.journal.WalletWrite;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Profile;
import org.meritstream.walletsync.wallet.Records;
import org.meritstream.walletsync.wallet.Wallet;

/** A store in memory that carries out the very writes the real one does. */
final class MemoryStore {
    final Map<String, Wallet> wallets = new HashMap<>();
    final Map<UUID, SignedDocument> documents = new HashMap<>();
    final List<Message> emitted = new ArrayList<>();

    /** Decides a batch on all that is held, and stores it. */
    void handle(List<Inbound> batch) {
        Turn<WalletWrite> turn = WalletWork.turn(new WorkingSet(wallets, documents), batch);
        turn.writes().forEach(this::carryOut);
        turn.handled().stream().map(Handled::emitted).forEach(emitted::addAll);
    }

    /** A learner's wallet. */
    Wallet wallet(String tenant, UUID learner) {
        return wallets.getOrDefault(Wallet.id(tenant, learner), Wallet.blank(tenant, learner));
    }

    /** Every wallet as if it were new, so that two stores compare by what they hold and not by how often they were written. */
    Map<String, Wallet> contents() {
        Map<String, Wallet> contents = new HashMap<>();
        wallets.forEach((id, wallet) -> contents.put(
                id,
                new Wallet(wallet.tenant(), wallet.learner(), 0, wallet.profile(), wallet.offers(), wallet.records())));
        return contents;
    }

    Map<UUID, SignedDocument> papers() {
        Map<UUID, SignedDocument> papers = new HashMap<>();
        documents.forEach((id, held) ->
                papers.put(id, new SignedDocument(held.tenant(), held.credential(), held.learner(), 0, held.copy())));
        return papers;
    }

    private void carryOut(WalletWrite write) {
        switch (write) {
            case WalletWrite.Change change
            when change.place().equals(Places.WALLETS) -> wallets.put(change.id(), wallet(change));
            case WalletWrite.Change change -> documents.put(UUID.fromString(change.id()), document(change));
            case WalletWrite.Note note
            when note.place().equals(Places.DOCUMENTS) ->
                documents.putIfAbsent(UUID.fromString(note.id()), awaited(note.fields()));
            case WalletWrite.Note note -> {}
        }
    }

    private static Wallet wallet(WalletWrite.Change change) {
        Document fields = change.fields();
        return new Wallet(
                fields.getString("tenant"),
                fields.get("learner", UUID.class),
                change.seen() + 1,
                fields.get("profile", Profile.class),
                fields.getList("offers", Offer.class),
                fields.get("records", Records.class));
    }

    private static SignedDocument document(WalletWrite.Change change) {
        SignedDocument owner = awaited(change.fields());
        return new SignedDocument(
                owner.tenant(),
                owner.credential(),
                owner.learner(),
                change.seen() + 1,
                change.fields().get("copy", SignedDocument.Copy.class));
    }

    private static SignedDocument awaited(Document fields) {
        return SignedDocument.awaited(
                fields.getString("tenant"), fields.get("credential", UUID.class), fields.get("learner", UUID.class));
    }
}
