package org.meritstream.issuance.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a proof says of itself: everything but its value.
 *
 * @param suite by which it is made
 * @param created when it was made, whole seconds
 * @param verificationMethod DID URL of the key
 */
public record ProofOptions(Cryptosuite suite, Instant created, String verificationMethod) {
    static final String TYPE = "DataIntegrityProof";
    static final String PURPOSE = "assertionMethod";

    private static final JsonProvider JSON = JsonProvider.provider();

    public ProofOptions {
        if (!LossCheck.absolute(verificationMethod)) {
            throw new IllegalArgumentException("verificationMethod is not an absolute, well-formed IRI");
        }
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of {@code eddsa-rdfc-2022}. */
    public ProofOptions(Instant created, String verificationMethod) {
        this(Cryptosuite.EDDSA_RDFC_2022, created, verificationMethod);
    }

    /**
     * The canonical N-Quads of the proof configuration, written directly: under the contexts of VCDM 2.0 (whose terms are protected) only
     * three values in it ever vary, and its JSON-LD pass would cost a quarter of the whole signature. A test holds it equal to that pass.
     */
    byte[] canonical() {
        return canonical(suite, created.toString(), verificationMethod);
    }

    /** As {@link #canonical()}, for a proof as read: its time keeps the digits it was written with. */
    static byte[] canonical(Cryptosuite suite, String created, String verificationMethod) {
        String quads = "_:c14n0 <http://purl.org/dc/terms/created> \"" + created
                + "\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n"
                + "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof> .\n"
                + "_:c14n0 <https://w3id.org/security#cryptosuite> \"" + suite.text()
                + "\"^^<https://w3id.org/security#cryptosuiteString> .\n"
                + "_:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .\n"
                + "_:c14n0 <https://w3id.org/security#verificationMethod> <" + verificationMethod + "> .\n";
        return quads.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes of the proof configuration that are hashed with a document of this context. */
    byte[] configuration(JsonValue context) {
        return switch (suite.form()) {
            case RDFC -> canonical();
            case JCS -> JsonCanonicalization.canonical(object(context));
        };
    }

    private JsonObject object(JsonValue context) {
        return JSON.createObjectBuilder()
                .add("@context", context)
                .add("type", TYPE)
                .add("cryptosuite", suite.text())
                .add("created", created.toString())
                .add("verificationMethod", verificationMethod)
                .add("proofPurpose", PURPOSE)
                .build();
    }

    /**
     * The proof with its value, as a JSON object.
     *
     * @param context the document's, which a proof over the words of a document states again (Data Integrity EdDSA Cryptosuites 1.0, section
     *     3.3.1)
     */
    String json(String proofValue, JsonValue context) {
        String again = switch (suite.form()) {
            case RDFC -> "";
            case JCS -> "\"@context\":" + context + ",";
        };
        return "{" + again + "\"type\":\"" + TYPE + "\",\"cryptosuite\":\"" + suite.text() + "\",\"created\":\""
                + created
                + "\",\"verificationMethod\":\"" + verificationMethod + "\",\"proofPurpose\":\"" + PURPOSE
                + "\",\"proofValue\":\"" + proofValue + "\"}";
    }
}
