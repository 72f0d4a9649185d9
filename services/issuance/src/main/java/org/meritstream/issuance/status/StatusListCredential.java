package org.meritstream.issuance.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.proof.Contexts;

/** The list as a credential to be signed (Bitstring Status List 1.0, section 2.2). Pure. */
public final class StatusListCredential {
    /** How long a list may be relied upon, unless it is signed anew: what was kept from before a revocation is worth nothing after it. */
    public static final Duration LIFE = Duration.ofDays(7);
    /** How long a verifier may keep a list that it has fetched ({@code ttl}). */
    public static final Duration TTL = Duration.ofSeconds(45);
    /** How long a cache on the way may keep it ({@code max-age}). */
    public static final Duration MAX_AGE = Duration.ofSeconds(15);
    /** How long after a change, at most, a verifier goes by the list of before that a cache gave it. */
    public static final Duration SEEN_WITHIN = TTL.plus(MAX_AGE);

    private StatusListCredential() {}

    /**
     * The unsigned document of revocations as JSON text.
     *
     * @param from when it is signed; it ends {@link #LIFE} later
     */
    public static String document(Issuer issuer, String list, Bitstring bits, Instant from) {
        return document(issuer.did(), issuer.statusAddress(list), StatusPurpose.REVOCATION, bits, from);
    }

    /**
     * The same for either purpose, and by whoever has no tenant.
     *
     * @param did of the issuer
     * @param address of the list, which is its id
     */
    public static String document(String did, String address, StatusPurpose purpose, Bitstring bits, Instant from) {
        Instant begin = from.truncatedTo(ChronoUnit.SECONDS);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(Contexts.CREDENTIALS_V2);
        document.put("id", address);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", did);
        document.put("validFrom", begin.toString());
        document.put("validUntil", begin.plus(LIFE).toString());
        document.putObject("credentialSubject")
                .put("id", address + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", purpose.text())
                .put("encodedList", bits.encoded())
                .put("ttl", TTL.toMillis());
        return document.toString();
    }
}
