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
    /** How long a verifier may keep a list: a revocation is seen within this time. */
    public static final Duration TTL = Duration.ofSeconds(60);

    private StatusListCredential() {}

    /** The unsigned document as JSON text. */
    public static String document(Issuer issuer, String list, Bitstring bits, Instant from) {
        String address = issuer.statusAddress(list);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(Contexts.CREDENTIALS_V2);
        document.put("id", address);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuer.did());
        document.put("validFrom", from.truncatedTo(ChronoUnit.SECONDS).toString());
        document.putObject("credentialSubject")
                .put("id", address + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation")
                .put("encodedList", bits.encoded())
                .put("ttl", TTL.toMillis());
        return document.toString();
    }
}
