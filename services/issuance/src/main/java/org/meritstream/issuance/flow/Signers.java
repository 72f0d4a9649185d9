package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.credential.IssueDecision;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.flow.Reissuing.Reissued;
import org.meritstream.issuance.flow.Resecuring.Resecured;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.Inbound;

/**
 * The names of the keys that a batch signs with, all of every issuer that signs credentials, endorsements, records or status lists. A turn asks before it stores anything whether they are
 * in use still: so whoever puts another in the place of one finds everything that it signed. What the turn itself does to keys comes after that, so that a batch may hold both. Pure.
 */
final class Signers {
    private final Map<String, SigningIssuer> issuers;
    private final Set<String> names = new HashSet<>();

    /** @param issuers as credentials of awards, and those secured again, are signed by them */
    Signers(Map<String, SigningIssuer> issuers) {
        this.issuers = issuers;
    }

    Set<String> of(
            Facts facts,
            Collection<IssueDecision.Outcome> outcomes,
            Collection<Reissued> reissues,
            Collection<Resecured> resecured,
            List<TakenSlice> slices) {
        issued(outcomes);
        reissued(reissues);
        resecured(resecured);
        asked(facts.endorsements());
        asked(facts.records());
        asked(slices.stream()
                .filter(slice -> slice.slice().documents())
                .map(TakenSlice::event)
                .toList());
        lists(facts);
        return names;
    }

    private void issued(Collection<IssueDecision.Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof IssueDecision.Outcome.Issue issue) {
                add(issue.issuer().tenant());
            }
        });
    }

    private void resecured(Collection<Resecured> resecured) {
        resecured.forEach(one -> {
            if (one.minted() instanceof Minted.Signed signed) {
                add(signed.credential().tenant());
            }
        });
    }

    private void reissued(Collection<Reissued> reissues) {
        reissues.forEach(one -> {
            if (one.outcome() instanceof ReissueDecision.Outcome.Again again) {
                names.addAll(again.issuer().keyNames());
            }
        });
    }

    /** What is signed beside credentials: for each command that may ask for it, whatever is decided about it. */
    private void asked(Collection<Inbound> commands) {
        commands.forEach(command -> mayAdd(command.data().tenant()));
    }

    /**
     * Lists, which are signed anew with whatever is set or cleared in them. Their version does not tell: a list may be read after another replica has signed it by a new key, and the keys
     * before that.
     */
    private void lists(Facts facts) {
        asked(facts.suspensions());
        facts.revocations().forEach(command -> mayAdd(command.tenant()));
        facts.withdrawn().forEach(fact -> mayAdd(fact.tenant()));
        facts.renewals().forEach(command -> mayAdd(command.tenant()));
    }

    private void mayAdd(String tenant) {
        SigningIssuer issuer = issuers.get(tenant);
        if (issuer != null) {
            names.addAll(issuer.keyNames());
        }
    }

    private void add(String tenant) {
        names.addAll(requireNonNull(issuers.get(tenant), "it signed").keyNames());
    }
}
