package org.meritstream.walletsync.flow;

import java.util.Map;
import java.util.UUID;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.wallet.Wallet;

/** What the store holds of the wallets and documents that a batch is about; what is missing is not there yet. */
public record WorkingSet(Map<String, Wallet> wallets, Map<UUID, SignedDocument> documents) {

    public WorkingSet {
        wallets = Map.copyOf(wallets);
        documents = Map.copyOf(documents);
    }
}
