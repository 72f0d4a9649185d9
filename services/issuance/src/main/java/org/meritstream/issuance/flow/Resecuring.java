package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.ResecureDecision;
import org.meritstream.issuance.credential.ResecureDecision.Outcome;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.RecordFault;

/**
 * Readies what is secured again. It is decided by what the store has of each credential, so it shares its batch with nothing else that changes one of
 * them: a batch in which it would is halved until it does not.
 */
@ApplicationScoped
class Resecuring {
    private final Stores stores;
    private final Minting minting;

    Resecuring(Stores stores, Minting minting) {
        this.stores = stores;
        this.minting = minting;
    }

    /**
     * What became of one credential.
     *
     * @param minted for an outcome that asks for proofs
     */
    record Resecured(Outcome outcome, @Nullable Minted minted) {}

    /** By credential. */
    Map<UUID, Resecured> ready(
            List<TakenSlice> slices,
            Facts facts,
            Collection<Reissuing.Reissued> reissues,
            Map<String, SigningIssuer> issuers) {
        List<TakenSlice> again = slices.stream().filter(TakenSlice::resecures).toList();
        List<UUID> asked =
                again.stream().flatMap(slice -> slice.credentials().stream()).toList();
        Map<UUID, HeldCredential> held = stores.credentials().load(asked, List.of());
        alone(asked, held.values(), facts, reissues);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        again.forEach(slice ->
                slice.credentials().forEach(id -> outcomes.put(id, decided(slice, held.get(id), issuers))));
        List<HeldCredential> unsealed = new ArrayList<>();
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof Outcome.Again(HeldCredential credential)) {
                unsealed.add(credential);
            }
        });
        Map<UUID, Minted> minted = unsealed.isEmpty() ? Map.of() : minting.resecured(unsealed, issuers);
        Map<UUID, Resecured> ready = new HashMap<>();
        outcomes.forEach((id, outcome) -> ready.put(id, new Resecured(outcome, minted.get(id))));
        return ready;
    }

    private static Outcome decided(
            TakenSlice slice, @Nullable HeldCredential credential, Map<String, SigningIssuer> issuers) {
        String tenant = slice.slice().bulk().tenant();
        return ResecureDecision.decide(
                credential, tenant, issuers.get(tenant), slice.event().time());
    }

    private static void alone(
            List<UUID> asked, Collection<HeldCredential> held, Facts facts, Collection<Reissuing.Reissued> reissues) {
        Set<UUID> of = new HashSet<>(asked);
        Set<UUID> awards = held.stream().map(HeldCredential::award).collect(Collectors.toSet());
        long others = facts.endings(of, awards)
                + reissues.stream()
                        .flatMap(one -> one.line().credentials().stream())
                        .map(HeldCredential::id)
                        .filter(of::contains)
                        .count();
        if (others > 0 || of.size() < asked.size()) {
            String reason = "what is secured again shares its batch with another change of the same credential";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
    }
}
