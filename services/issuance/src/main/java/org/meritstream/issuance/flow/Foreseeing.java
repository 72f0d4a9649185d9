package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meritstream.events.ContinueBulk;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Message;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.SuspendCredential;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.ReinstateDecision;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.credential.ResecureDecision;
import org.meritstream.issuance.credential.RevokeDecision;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.Emission;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Says what would become of credentials, were a slice of a bulk operation done now: by the same decisions, and nothing is changed. */
@ApplicationScoped
public class Foreseeing {
    /** In the place of a credential that is still to be made. */
    private static final UUID TO_COME = new UUID(0, 0);

    private final Stores stores;
    private final Reissuing reissuing;

    Foreseeing(Stores stores, Reissuing reissuing) {
        this.stores = stores;
        this.reissuing = reissuing;
    }

    /**
     * By credential. Of what is so already the verdict names the credential that there is, else {@code 00000000-…}: it is to come.
     *
     * @param now when the slice would be done
     */
    public Map<UUID, Verdict> verdicts(Bulk bulk, List<Slice.Item> items, Instant now) {
        if (items.isEmpty()) {
            return Map.of();
        }
        TakenSlice slice = TakenSlice.of(asked(bulk, now), new Slice(bulk, items, true, Slice.END));
        return switch (bulk.operation()) {
            case RENEW, CORRECT -> reissued(slice);
            case REVOKE -> revoked(slice);
            case SUSPEND, REINSTATE -> suspended(slice);
            case RESECURE -> resecured(slice);
        };
    }

    /** The command that would ask for it. */
    private static Inbound asked(Bulk bulk, Instant now) {
        ContinueBulk command = new ContinueBulk(bulk.tenant(), bulk.id(), bulk.next());
        EventHeader header = new EventHeader(
                bulk.id().toString(), Emission.source(Announcement.SERVICE), Emission.subject(command), now, null);
        Event<ContinueBulk> event = new Event<>(header, command);
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, 0), event, message);
    }

    private Map<UUID, Verdict> reissued(TakenSlice slice) {
        Map<String, ReissueDecision.Outcome> outcomes =
                reissuing.weigh(slice.singles(), List.of(), List.of()).outcomes();
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Inbound single : slice.singles()) {
            ReissueDecision.Outcome outcome = outcomes.get(single.id());
            verdicts.put(
                    Reissuing.asked(single),
                    switch (outcome) {
                        case ReissueDecision.Outcome.Again ignored -> new Verdict.Done(TO_COME);
                        case ReissueDecision.Outcome.AlreadyThere there -> new Verdict.Done(there.credential());
                        case ReissueDecision.Outcome.Refused refused -> Answers.refused(refused.why());
                        case null -> throw new IllegalStateException("Each is weighed");
                    });
        }
        return verdicts;
    }

    private Map<UUID, Verdict> revoked(TakenSlice slice) {
        Map<UUID, HeldCredential> held = stores.credentials().load(slice.credentials(), List.of());
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Inbound single : slice.singles()) {
            RevokeCredential command = (RevokeCredential) single.data();
            RevokeDecision.Outcome outcome = RevokeDecision.decide(
                    held.get(command.credential()), command.tenant(), command.reason(), single.time());
            verdicts.put(
                    command.credential(),
                    switch (outcome) {
                        case RevokeDecision.Outcome.Revoke ignored -> new Verdict.Done(TO_COME);
                        case RevokeDecision.Outcome.AlreadyRevoked already ->
                            new Verdict.Done(already.credential().id());
                        case RevokeDecision.Outcome.Unknown ignored -> Answers.refused(ReissueDecision.Refusal.UNKNOWN);
                    });
        }
        return verdicts;
    }

    private Map<UUID, Verdict> suspended(TakenSlice slice) {
        Map<UUID, HeldCredential> held = stores.credentials().load(slice.credentials(), List.of());
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Inbound single : slice.singles()) {
            HeldCredential credential = held.get(SuspendedBits.asked(single));
            verdicts.put(
                    SuspendedBits.asked(single),
                    single.data() instanceof SuspendCredential suspension
                            ? verdict(SuspendedBits.decided(credential, suspension, single))
                            : verdict(SuspendedBits.decided(credential, (ReinstateCredential) single.data(), single)));
        }
        return verdicts;
    }

    private static Verdict verdict(SuspendDecision.Outcome outcome) {
        return switch (outcome) {
            case SuspendDecision.Outcome.Suspend ignored -> new Verdict.Done(TO_COME);
            case SuspendDecision.Outcome.AlreadySuspended already ->
                new Verdict.Done(already.credential().id());
            case SuspendDecision.Outcome.Refused refused -> Answers.refused(refused.why());
        };
    }

    private static Verdict verdict(ReinstateDecision.Outcome outcome) {
        return switch (outcome) {
            case ReinstateDecision.Outcome.Reinstate ignored -> new Verdict.Done(TO_COME);
            case ReinstateDecision.Outcome.AlreadyReinstated already ->
                new Verdict.Done(already.credential().id());
            case ReinstateDecision.Outcome.Refused refused -> Answers.refused(refused.why());
        };
    }

    private Map<UUID, Verdict> resecured(TakenSlice slice) {
        String tenant = slice.slice().bulk().tenant();
        SigningIssuer issuer = stores.issuers().load(List.of(tenant)).get(tenant);
        Map<UUID, HeldCredential> held = stores.credentials().load(slice.credentials(), List.of());
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (UUID id : slice.credentials()) {
            verdicts.put(
                    id,
                    switch (ResecureDecision.decide(
                            held.get(id), tenant, issuer, slice.event().time())) {
                        case ResecureDecision.Outcome.Again ignored -> new Verdict.Done(TO_COME);
                        case ResecureDecision.Outcome.AlreadySecured ignored -> Answers.alreadySecured();
                        case ResecureDecision.Outcome.Unknown ignored ->
                            Answers.refused(ReissueDecision.Refusal.UNKNOWN);
                    });
        }
        return verdicts;
    }
}
