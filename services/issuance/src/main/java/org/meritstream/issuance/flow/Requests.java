package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventData;
import org.meritstream.events.Message;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.SuccessionReason;
import org.meritstream.events.SuspendCredential;
import org.meritstream.issuance.bulk.BulkChain;
import org.meritstream.issuance.bulk.Bulks;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.ReinstateDecision;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.credential.ReissueDecision.Refusal;
import org.meritstream.issuance.credential.ResecureDecision;
import org.meritstream.issuance.credential.RevokeDecision;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.AlreadyRevoked;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Unknown;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.issuance.credential.Suspension;
import org.meritstream.issuance.flow.Reissuing.Reissued;
import org.meritstream.issuance.flow.Resecuring.Resecured;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Write;

/** What staff ask for to become of a credential, of one or of many: each is decided alike, and answered. Pure. */
final class Requests {
    private final Batch batch;
    private final Ledger ledger;
    private final List<Write> writes = new ArrayList<>();

    Requests(Batch batch, Ledger ledger) {
        this.batch = batch;
        this.ledger = ledger;
    }

    /** What a request came to. */
    private record Decided(Verdict verdict, List<Message> told) {
        static Decided nothing(Verdict verdict) {
            return new Decided(verdict, List.of());
        }
    }

    /** Sees to an event, which may be none of them. */
    List<Message> seeTo(Inbound event) {
        TakenSlice slice = batch.slices().get(event.id());
        if (slice != null) {
            return bulk(slice);
        }
        if (!standsAlone(event.data()) && !batch.reissues().containsKey(event.id())) {
            return List.of();
        }
        Decided decided = one(event);
        writes.add(Answers.of(event, decided.verdict()));
        return decided.told();
    }

    private static boolean standsAlone(EventData data) {
        return data instanceof RevokeCredential
                || data instanceof SuspendCredential
                || data instanceof ReinstateCredential;
    }

    /** Their outcomes. */
    List<Write> writes() {
        return writes;
    }

    private List<Message> bulk(TakenSlice taken) {
        Map<UUID, Verdict> verdicts = new LinkedHashMap<>();
        List<Message> told = new ArrayList<>();
        Slice slice = taken.slice();
        for (int i = 0; i < slice.items().size(); i++) {
            UUID credential = slice.items().get(i).credential();
            Decided decided = slice.documents() ? document(credential) : credential(taken, i);
            verdicts.put(credential, decided.verdict());
            told.addAll(decided.told());
        }
        writes.addAll(Bulks.wentOn(slice, verdicts));
        if (!slice.last()) {
            told.add(BulkChain.next(slice.bulk().wentOn(false), taken.event()));
        }
        return told;
    }

    private Decided credential(TakenSlice taken, int i) {
        return taken.resecures()
                ? resecured(taken, taken.slice().items().get(i).credential())
                : one(taken.singles().get(i));
    }

    private Decided document(UUID id) {
        Papers.Signed again = requireNonNull(batch.papers().get(id), "readied");
        writes.addAll(again.effects().writes());
        return new Decided(again.verdict(), again.effects().emitted());
    }

    private Decided one(Inbound command) {
        if (command.data() instanceof RevokeCredential revocation) {
            return revocation(command, revocation);
        } else if (command.data() instanceof SuspendCredential suspension) {
            return suspension(command, suspension);
        } else if (command.data() instanceof ReinstateCredential reinstatement) {
            return reinstatement(command, reinstatement);
        }
        return reissue(command, requireNonNull(batch.reissues().get(command.id()), "readied"));
    }

    private Decided resecured(TakenSlice taken, UUID credential) {
        Resecured one = requireNonNull(batch.resecured().get(credential), "readied");
        return switch (one.outcome()) {
            case ResecureDecision.Outcome.Unknown ignored -> Decided.nothing(Answers.refused(Refusal.UNKNOWN));
            case ResecureDecision.Outcome.AlreadySecured ignored -> Decided.nothing(Answers.alreadySecured());
            case ResecureDecision.Outcome.Again ignored ->
                switch (requireNonNull(one.minted(), "minted as it was decided")) {
                    case Minted.Refused refused -> Decided.nothing(Answers.unsigned(refused.reason()));
                    case Minted.Signed done ->
                        new Decided(
                                new Verdict.Done(credential),
                                ledger.resecured(
                                        taken.event(),
                                        done.credential(),
                                        taken.slice().bulk().id()));
                };
        };
    }

    private Decided reissue(Inbound command, Reissued one) {
        return switch (one.outcome()) {
            case ReissueDecision.Outcome.AlreadyThere there -> Decided.nothing(new Verdict.Done(there.credential()));
            case ReissueDecision.Outcome.Refused refused -> Decided.nothing(Answers.refused(refused.why()));
            case ReissueDecision.Outcome.Again again ->
                switch (requireNonNull(one.minted(), "minted as it was decided")) {
                    case Minted.Refused refused -> Decided.nothing(Answers.unsigned(refused.reason()));
                    case Minted.Signed done ->
                        new Decided(
                                new Verdict.Done(done.credential().id()), reissued(command, again, done.credential()));
                };
        };
    }

    /** The new one is told before the former is told to be revoked, so that whoever has to hold one holds one all the time. */
    private List<Message> reissued(Inbound command, ReissueDecision.Outcome.Again again, HeldCredential credential) {
        ledger.lines().extended(credential.award());
        List<Message> told = new ArrayList<>(ledger.issued(command, credential));
        Suspension before = again.former().suspension();
        if (again.former().suspendedNow() != null && before.since() != null) {
            told.addAll(ledger.suspend(command, credential.suspension(before.carriedOver())));
        }
        told.add(Announcement.superseded(
                command,
                again.former(),
                credential.id(),
                SuccessionReason.valueOf(again.reason().name())));
        for (HeldCredential former : again.revoked()) {
            HeldCredential now = requireNonNull(ledger.get(former.id()), "it is of the line");
            told.addAll(ledger.revoke(command, new Revoke(now, RevocationReason.ISSUED_IN_ERROR, command.time())));
        }
        return told;
    }

    /** Of credentials signed before this batch alone: nobody can know the id of one that is not announced yet. */
    private @Nullable HeldCredential named(UUID credential) {
        return batch.held().containsKey(credential) ? ledger.get(credential) : null;
    }

    private Decided suspension(Inbound event, SuspendCredential command) {
        return switch (SuspendedBits.decided(named(command.credential()), command, event)) {
            case SuspendDecision.Outcome.Suspend(HeldCredential suspended) ->
                new Decided(new Verdict.Done(suspended.id()), ledger.suspend(event, suspended));
            case SuspendDecision.Outcome.AlreadySuspended(HeldCredential credential) -> askedAgain(credential);
            case SuspendDecision.Outcome.Refused(SuspendDecision.Refusal why) -> Decided.nothing(Answers.refused(why));
        };
    }

    private Decided reinstatement(Inbound event, ReinstateCredential command) {
        return switch (SuspendedBits.decided(named(command.credential()), command, event)) {
            case ReinstateDecision.Outcome.Reinstate(HeldCredential reinstated) ->
                new Decided(new Verdict.Done(reinstated.id()), ledger.reinstate(event, reinstated));
            case ReinstateDecision.Outcome.AlreadyReinstated(HeldCredential credential) -> askedAgain(credential);
            case ReinstateDecision.Outcome.Refused(SuspendDecision.Refusal why) ->
                Decided.nothing(Answers.refused(why));
        };
    }

    /** Nothing is to be done, and what was asked before this for the opposite is not to be done any more. */
    private Decided askedAgain(HeldCredential credential) {
        ledger.askedAgain(credential);
        return Decided.nothing(new Verdict.Done(credential.id()));
    }

    private Decided revocation(Inbound event, RevokeCredential command) {
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(named(command.credential()), command.tenant(), command.reason(), event.time());
        return switch (outcome) {
            case Revoke revocation ->
                new Decided(new Verdict.Done(revocation.credential().id()), ledger.revoke(event, revocation));
            case AlreadyRevoked already ->
                Decided.nothing(new Verdict.Done(already.credential().id()));
            case Unknown ignored -> Decided.nothing(Answers.refused(Refusal.UNKNOWN));
        };
    }
}
