package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.issuance.bulk.Bulks;
import org.meritstream.issuance.bulk.Slice.Item;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.issuance.credential.DocumentSealing;
import org.meritstream.issuance.credential.DocumentSealing.Sealed;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.endorsement.EndorsementAnnouncement;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.issuance.learnerrecord.RecordAnnouncement;
import org.meritstream.issuance.learnerrecord.RecordCredential;
import org.meritstream.issuance.proof.NamedKeys;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.log.http.Problem;

/**
 * Readies endorsements and learner records that a compromised key signed, or that hold what it signed, to be signed again by the keys in use: each
 * in its place, with the same id and time. Nothing is recorded before, for what it says lies recorded already; who asks again after a crash signs
 * the same again.
 */
@ApplicationScoped
class Papers {
    private final OfficialSchema schema = new OfficialSchema();
    private final Stores stores;
    private final Endorsements endorsements;
    private final LearnerRecords records;
    private final DocumentSealing sealing;
    private final Bulks bulks;

    Papers(Stores stores, Endorsements endorsements, LearnerRecords records, DocumentSealing sealing, Bulks bulks) {
        this.stores = stores;
        this.endorsements = endorsements;
        this.records = records;
        this.sealing = sealing;
        this.bulks = bulks;
    }

    /**
     * What became of one.
     *
     * @param effects nothing where it is refused
     */
    record Signed(Verdict verdict, Effects effects) {
        static Signed refused(String reason) {
            return new Signed(
                    new Verdict.Refused(Problem.of(
                            "unsignable-document", "It can not be signed again", 409, "Because " + reason + ".")),
                    Effects.NOTHING);
        }
    }

    /** By its id. */
    Map<UUID, Signed> ready(List<TakenSlice> slices, List<Inbound> commands, Map<String, SigningIssuer> issuers) {
        Map<UUID, Signed> ready = new HashMap<>();
        slices.stream()
                .filter(taken -> taken.slice().documents())
                .forEach(taken -> ready.putAll(ready(taken, commands, issuers)));
        return ready;
    }

    private Map<UUID, Signed> ready(TakenSlice taken, List<Inbound> commands, Map<String, SigningIssuer> issuers) {
        Map<UUID, Signed> ready = new HashMap<>();
        List<UUID> asked = taken.slice().items().stream().map(Item::credential).toList();
        SigningIssuer issuer = issuers.get(taken.slice().bulk().tenant());
        if (issuer == null) {
            asked.forEach(id -> ready.put(id, Signed.refused("its tenant has no issuer")));
            return ready;
        }
        alone(asked, commands);
        Set<String> believedNoMore = bulks.methods(taken.slice().bulk().id());
        endorsements.load(asked, List.of(), List.of()).forEach(one -> ready.put(one.id(), again(taken, one, issuer)));
        records.load(asked).forEach(one -> ready.put(one.id(), again(taken, one, issuer, believedNoMore)));
        return ready;
    }

    /** What becomes of it is told with what was seen of it, so no other command changes it in the same batch. */
    private static void alone(List<UUID> asked, List<Inbound> commands) {
        Set<UUID> of = new HashSet<>(asked);
        boolean shared = commands.stream()
                .anyMatch(command -> command.data() instanceof RevokeEndorsement revocation
                        && of.contains(revocation.endorsement()));
        if (shared) {
            String reason = "an endorsement that is signed again shares its batch with its revocation";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
    }

    private Signed again(TakenSlice taken, HeldEndorsement before, SigningIssuer issuer) {
        List<String> violations = schema.violations(before.document(), OfficialSchema.Part.ENDORSEMENT);
        return switch (sealing.seal(
                before.document(), violations, issuer, taken.event().time())) {
            case Sealed.Refused(String reason) -> Signed.refused(reason);
            case Sealed.Signed done -> {
                HeldEndorsement after =
                        before.signed(done.secured(), done.token().orElse(null));
                UUID bulk = taken.slice().bulk().id();
                yield new Signed(
                        new Verdict.Done(after.id()),
                        new Effects(
                                List.of(Endorsements.signAgain(before, after)),
                                List.of(EndorsementAnnouncement.resecured(
                                        taken.event(), after, issuer.issuer(), bulk))));
            }
        };
    }

    /**
     * Of the same moment and about the same credentials, as they are secured now: they were secured again before. One that could not be would be vouched for by a key that is believed, and
     * the record is not: so it stays as it is, and is refused.
     */
    private Signed again(TakenSlice taken, HeldRecord before, SigningIssuer issuer, Set<String> believedNoMore) {
        HeldRecord anew = before.unsigned(RecordCredential.within(
                before.document(),
                stores.credentials().load(before.credentials(), List.of()).values()));
        if (NamedKeys.in(anew.document(), null).stream().anyMatch(believedNoMore::contains)) {
            return Signed.refused("a credential in it could not be secured again");
        }
        List<String> violations = schema.violationsOfRecord(anew.document());
        return switch (sealing.seal(
                anew.document(), violations, issuer, taken.event().time())) {
            case Sealed.Refused(String reason) -> Signed.refused(reason);
            case Sealed.Signed done -> {
                HeldRecord after = anew.signed(done.secured(), done.token().orElse(null));
                yield new Signed(
                        new Verdict.Done(after.id()),
                        new Effects(
                                List.of(LearnerRecords.signAgain(before, after)),
                                List.of(RecordAnnouncement.resecured(taken.event(), after, issuer.issuer()))));
            }
        };
    }
}
