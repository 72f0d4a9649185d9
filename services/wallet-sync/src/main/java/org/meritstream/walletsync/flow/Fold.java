package org.meritstream.walletsync.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialIssued;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turn;
import org.meritstream.walletsync.document.Documents;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.journal.MongoOutcomes;
import org.meritstream.walletsync.journal.WalletWrite;
import org.meritstream.walletsync.wallet.Answer;
import org.meritstream.walletsync.wallet.Effect;
import org.meritstream.walletsync.wallet.Wallet;
import org.meritstream.walletsync.wallet.Wallets;

/** Folds the events of a batch over what was loaded; each builds on those before it, and each document is written once at the end. */
final class Fold {
    private final Map<String, Wallet> wallets;
    private final Map<UUID, SignedDocument> documents;
    private final Map<String, List<WalletWrite.Cause>> walletCauses = new LinkedHashMap<>();
    private final Map<UUID, List<WalletWrite.Cause>> documentCauses = new LinkedHashMap<>();
    private final Map<UUID, CredentialIssued> owners = new LinkedHashMap<>();
    private final Turn<WalletWrite> turn = new Turn<>();

    Fold(WorkingSet loaded) {
        this.wallets = new HashMap<>(loaded.wallets());
        this.documents = new HashMap<>(loaded.documents());
    }

    /** An event that changes a wallet. */
    void wallet(Inbound event, UUID learner, Function<Wallet, Effect> change) {
        String tenant = event.data().tenant();
        String id = Wallet.id(tenant, learner);
        Effect effect = change.apply(wallets.getOrDefault(id, Wallet.blank(tenant, learner)));
        wallets.put(id, effect.wallet());
        Answer answer = effect.answer();
        walletCauses
                .computeIfAbsent(id, none -> new ArrayList<>())
                .add(new WalletWrite.Cause(event.id(), Outcomes.of(tenant, answer)));
        if (answer != null) {
            turn.write(MongoOutcomes.note(event.id(), id));
        }
        turn.handled(event, effect.emitted());
    }

    /** An event that changes a document. */
    void document(Inbound event, SignedDocument awaited, UnaryOperator<SignedDocument> change) {
        UUID id = awaited.credential();
        documents.put(id, change.apply(documents.getOrDefault(id, awaited)));
        documentCauses.computeIfAbsent(id, none -> new ArrayList<>()).add(new WalletWrite.Cause(event.id(), null));
        turn.handled(event, List.of());
    }

    /** Remembers whose credential it is. */
    void owner(CredentialIssued issued) {
        owners.put(issued.credential(), issued);
    }

    /** An event that is nothing to this service. */
    void unread(Inbound event) {
        turn.handled(event, List.of());
    }

    Turn<WalletWrite> turn() {
        owners.forEach((credential, issued) -> owned(documents.get(credential), issued));
        documentCauses.forEach(
                (credential, causes) -> turn.write(Documents.change(required(documents.get(credential)), causes)));
        walletCauses.forEach((id, causes) -> turn.write(Wallets.change(required(wallets.get(id)), causes)));
        return turn;
    }

    /** A document that is there, or comes in this very turn, names its learner itself. */
    private void owned(@Nullable SignedDocument document, CredentialIssued issued) {
        if (document == null) {
            turn.write(Documents.note(issued.tenant(), issued.credential(), issued.learner()));
        }
    }

    private static <T> T required(@Nullable T changed) {
        if (changed == null) {
            throw new IllegalStateException("What was changed is in the working set");
        }
        return changed;
    }
}
