package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.proof.Cryptosuite;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.ProofOptions;
import org.meritstream.issuance.status.Bitstring;
import org.meritstream.issuance.status.IndexPermutation;
import org.meritstream.issuance.status.StatusListCredential;
import org.meritstream.issuance.status.StatusPurpose;

/**
 * The status list of the suites' issuer (Bitstring Status List 1.0): made of what the tenants' lists are made of, but in this process's memory, and
 * gone with it. Nobody revokes anything here, for no suite asks for it.
 */
final class ConformanceList {
    /** Where it is read. */
    static final String PATH = "/vc-api/status/1";

    private static final int KEY = 32;

    private final ConformanceIssuer issuer;
    private final DataIntegrity suite;
    private final Place place;
    private final IndexPermutation indexes;
    private final AtomicInteger entries = new AtomicInteger();

    ConformanceList(ConformanceIssuer issuer, DataIntegrity suite, Place place) {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        this.issuer = issuer;
        this.suite = suite;
        this.place = place;
        this.indexes = new IndexPermutation(key, Bitstring.ENTRIES);
    }

    /**
     * Where the list is found.
     *
     * @param address by which the world reads it
     * @param documents where all else is read
     * @param clock as of when it is signed
     */
    record Place(URI address, Documents documents, InstantSource clock) {}

    /** Gives a credential its entry (section 2.1). */
    void enter(ObjectNode credential) {
        int index = indexes.of(entries.getAndIncrement() % Bitstring.ENTRIES);
        credential
                .putObject("credentialStatus")
                .put("id", place.address() + "#" + index)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", Integer.toString(index))
                .put("statusListCredential", place.address().toString());
    }

    /** The list as a signed credential (section 2.2). */
    String document() {
        Instant now = place.clock().instant();
        String document = StatusListCredential.document(
                issuer.did(), place.address().toString(), StatusPurpose.REVOCATION, Bitstring.empty(), now);
        ProofOptions options = new ProofOptions(Cryptosuite.EDDSA_RDFC_2022, now, issuer.verificationMethod());
        return DataIntegrity.secured(
                document, options, suite.proofValue(document, options, issuer.kind(), issuer.signer()));
    }

    /** It is not fetched by its own process, whose certificate nobody knows. */
    Documents documents() {
        return (wanted, kind) -> wanted.equals(place.address())
                ? Fetched.Found.of(document())
                : place.documents().read(wanted, kind);
    }
}
