package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.credential.IssueDecision;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.flow.Reissuing.Reissued;
import org.meritstream.issuance.flow.Resecuring.Resecured;
import org.meritstream.issuance.issuer.SigningIssuer;

/**
 * The names of the keys that a batch signs credentials with, all of every issuer that signs. A turn asks when it stores whether they are in use still: so
 * whoever puts another in the place of one finds everything that it signed. Pure.
 */
final class Signers {
    private final Map<String, SigningIssuer> issuers;
    private final Set<String> names = new HashSet<>();

    /** @param issuers as credentials of awards, and those secured again, are signed by them */
    Signers(Map<String, SigningIssuer> issuers) {
        this.issuers = issuers;
    }

    Signers issued(Collection<IssueDecision.Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            if (outcome instanceof IssueDecision.Outcome.Issue issue) {
                add(issue.issuer().tenant());
            }
        });
        return this;
    }

    Signers resecured(Collection<Resecured> resecured) {
        resecured.forEach(one -> {
            if (one.minted() instanceof Minted.Signed signed) {
                add(signed.credential().tenant());
            }
        });
        return this;
    }

    Signers reissued(Collection<Reissued> reissues) {
        reissues.forEach(one -> {
            if (one.outcome() instanceof ReissueDecision.Outcome.Again again) {
                names.addAll(again.issuer().keyNames());
            }
        });
        return this;
    }

    Set<String> names() {
        return names;
    }

    private void add(String tenant) {
        names.addAll(requireNonNull(issuers.get(tenant), "it signed").keyNames());
    }
}
