package org.meritstream.walletsync.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentEvent;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.CollectOffer;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.EvidenceCommand;
import org.meritstream.events.EvidenceEvent;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.IssuanceCommand;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.RecordDelivery;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.RequestRecord;
import org.meritstream.events.Topics;
import org.meritstream.events.WalletCommand;
import org.meritstream.events.WalletEvent;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turn;
import org.meritstream.log.Work;
import org.meritstream.walletsync.delivery.OnRecordDelivery;
import org.meritstream.walletsync.document.Documents;
import org.meritstream.walletsync.document.OnCredentialDocument;
import org.meritstream.walletsync.document.OnRecordDocument;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.journal.WalletWrite;
import org.meritstream.walletsync.learnerrecord.OnRecord;
import org.meritstream.walletsync.learnerrecord.OnRequestRecord;
import org.meritstream.walletsync.offer.OnCollectOffer;
import org.meritstream.walletsync.offer.OnCredentialIssued;
import org.meritstream.walletsync.offer.OnCredentialRevoked;
import org.meritstream.walletsync.offer.OnCredentialSuperseded;
import org.meritstream.walletsync.offer.OnCredentialSuspended;
import org.meritstream.walletsync.profile.OnLearner;
import org.meritstream.walletsync.sharing.OnChangeVisibility;
import org.meritstream.walletsync.wallet.Announcement;
import org.meritstream.walletsync.wallet.Wallets;

/** What wallet-sync does with a batch: each event changes one wallet or one document, whatever the order of the topics. */
@ApplicationScoped
public class WalletWork implements Work<WorkingSet, WalletWrite> {
    private final Wallets wallets;
    private final Documents documents;

    public WalletWork(Wallets wallets, Documents documents) {
        this.wallets = wallets;
        this.documents = documents;
    }

    @Override
    public String service() {
        return Announcement.SERVICE;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.CREDENTIAL, Topics.CREDENTIAL_DOCUMENT, Topics.LEARNER, Topics.WALLET_COMMANDS);
    }

    @Override
    public WorkingSet load(List<Inbound> fresh) {
        Set<String> learners = new HashSet<>();
        Set<UUID> credentials = new HashSet<>();
        for (Inbound event : fresh) {
            if (event.data() instanceof CredentialDocument document) {
                credentials.add(document.credential());
            } else if (event.data() instanceof RecordDocument document) {
                credentials.add(document.record());
            } else {
                learners.add(event.data().tenant() + "/" + event.data().aggregate());
            }
            if (event.data() instanceof CredentialIssued issued) {
                credentials.add(issued.credential());
            }
        }
        return new WorkingSet(wallets.load(learners), documents.load(credentials));
    }

    @Override
    public Turn<WalletWrite> decide(WorkingSet loaded, List<Inbound> fresh) {
        return turn(loaded, fresh);
    }

    static Turn<WalletWrite> turn(WorkingSet loaded, List<Inbound> fresh) {
        Fold fold = new Fold(loaded);
        for (Inbound event : fresh) {
            switch (event.data()) {
                case AssessmentEvent fact -> learner(fold, event, fact);
                case IssuanceEvent fact -> credential(fold, event, fact);
                case WalletCommand command -> wallet(fold, event, command);
                case EvidenceEvent other -> fold.unread(event);
                case WalletEvent own -> fold.unread(event);
                case EvidenceCommand other -> fold.unread(event);
                case IssuanceCommand other -> fold.unread(event);
            }
        }
        return fold.turn();
    }

    private static void learner(Fold fold, Inbound event, AssessmentEvent fact) {
        switch (fact) {
            case LearnerProfiled profile ->
                fold.wallet(event, profile.learner(), wallet -> OnLearner.profiled(wallet, profile));
            // No credential is issued under a provisional id, so no wallet has one (docs/adr/0012).
            case LearnerLinked nothingToMove -> fold.unread(event);
            case AssessmentCompleted other -> fold.unread(event);
            case AssessmentWithdrawn other -> fold.unread(event);
            case DeliveryAccepted other -> fold.unread(event);
        }
    }

    private static void credential(Fold fold, Inbound event, IssuanceEvent fact) {
        switch (fact) {
            case CredentialIssued issued -> {
                fold.owner(issued);
                fold.wallet(event, issued.learner(), wallet -> OnCredentialIssued.on(wallet, event, issued));
            }
            case CredentialRevoked revoked ->
                fold.wallet(event, revoked.learner(), wallet -> OnCredentialRevoked.on(wallet, revoked));
            case CredentialSuspended suspended ->
                fold.wallet(event, suspended.learner(), wallet -> OnCredentialSuspended.on(wallet, suspended));
            case CredentialReinstated reinstated ->
                fold.wallet(event, reinstated.learner(), wallet -> OnCredentialSuspended.on(wallet, reinstated));
            case CredentialSuperseded superseded ->
                fold.wallet(event, superseded.learner(), wallet -> OnCredentialSuperseded.on(wallet, superseded));
            case CredentialDocument document ->
                fold.document(event, awaited(document), held -> OnCredentialDocument.on(held, document));
            case RecordDocument document ->
                fold.document(event, awaited(document), held -> OnRecordDocument.on(held, document));
            case RecordIssued issued -> fold.wallet(event, issued.learner(), wallet -> OnRecord.issued(wallet, issued));
            case RecordRefused none -> fold.wallet(event, none.learner(), wallet -> OnRecord.refused(wallet, none));
            case RecordVisibilityChanged said ->
                fold.wallet(event, said.learner(), wallet -> OnRecord.shown(wallet, said));
            // An offer stands: what is over can be collected, and says itself that it is over.
            case CredentialExpired itself -> fold.unread(event);
            // The document itself comes on its own topic, with its new proofs.
            case CredentialResecured itself -> fold.unread(event);
            // A wallet holds what was issued here; what was verified of other issuers its learner has elsewhere.
            case CredentialVerified other -> fold.unread(event);
            case CredentialLapsed other -> fold.unread(event);
            case ImportRefused other -> fold.unread(event);
            case ImportDelayed other -> fold.unread(event);
            // No learner's.
            case EndorsementDocument other -> fold.unread(event);
            case FeedEntry other -> fold.unread(event);
        }
    }

    private static SignedDocument awaited(CredentialDocument document) {
        return SignedDocument.awaited(document.tenant(), document.credential(), document.learner());
    }

    private static SignedDocument awaited(RecordDocument document) {
        return SignedDocument.awaited(document.tenant(), document.record(), document.learner());
    }

    private static void wallet(Fold fold, Inbound event, WalletCommand command) {
        switch (command) {
            case CollectOffer collect ->
                fold.wallet(event, collect.learner(), wallet -> OnCollectOffer.on(wallet, event, collect));
            case ChangeVisibility change ->
                fold.wallet(event, change.learner(), wallet -> OnChangeVisibility.on(wallet, event, change));
            case RequestRecord request ->
                fold.wallet(event, request.learner(), wallet -> OnRequestRecord.on(wallet, event, request));
            case RecordDelivery delivery ->
                fold.wallet(event, delivery.learner(), wallet -> OnRecordDelivery.on(wallet, event, delivery));
        }
    }
}
