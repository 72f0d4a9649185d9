package org.meritstream.issuance.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a proof says of itself: everything but its value.
 *
 * @param created when it was made, whole seconds
 * @param verificationMethod DID URL of the key
 */
public record ProofOptions(Instant created, String verificationMethod) {
    static final String TYPE = "DataIntegrityProof";
    static final String CRYPTOSUITE = "eddsa-rdfc-2022";
    static final String PURPOSE = "assertionMethod";

    public ProofOptions {
        if (!LossCheck.absolute(verificationMethod)) {
            throw new IllegalArgumentException("verificationMethod is not an absolute, well-formed IRI");
        }
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The canonical N-Quads of the proof configuration, written directly: under the contexts of VCDM 2.0 (whose terms are protected) only
     * two values in it ever vary, and its JSON-LD pass would cost a quarter of the whole signature. A test holds it equal to that pass.
     */
    byte[] canonical() {
        return canonical(created.toString(), verificationMethod);
    }

    /** As {@link #canonical()}, for a proof as read: its time keeps the digits it was written with. */
    static byte[] canonical(String created, String verificationMethod) {
        return """
                _:c14n0 <http://purl.org/dc/terms/created> "%s"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .
                _:c14n0 <https://w3id.org/security#cryptosuite> "eddsa-rdfc-2022"^^<https://w3id.org/security#cryptosuiteString> .
                _:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .
                _:c14n0 <https://w3id.org/security#verificationMethod> <%s> .
                """.formatted(created, verificationMethod).getBytes(StandardCharsets.UTF_8);
    }

    /** The proof with its value, as a JSON object. */
    public String json(String proofValue) {
        return "{\"type\":\"%s\",\"cryptosuite\":\"%s\",\"created\":\"%s\",\"verificationMethod\":\"%s\",\"proofPurpose\":\"%s\",\"proofValue\":\"%s\"}"
                .formatted(TYPE, CRYPTOSUITE, created, verificationMethod, PURPOSE, proofValue);
    }
}
