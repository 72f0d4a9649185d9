package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cryptosuite {@code eddsa-rdfc-2022} (Data Integrity EdDSA Cryptosuites 1.0, section 3.2): what to sign, and whether a proof stands. */
public final class DataIntegrity {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> PLAIN_PROOF =
            Set.of("type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9T:.+Z-]{10,40}");
    private static final int HASH_SIZE = 32;

    private final Canonicalization canonicalization;
    private final Ed25519Provider ed25519;

    public DataIntegrity(Canonicalization canonicalization, Ed25519Provider ed25519) {
        this.canonicalization = canonicalization;
        this.ed25519 = ed25519;
    }

    /**
     * The 64 bytes that are signed: SHA-256 of the proof configuration, SHA-256 of the document.
     *
     * @param document a VCDM 2.0 document without proof, as JSON text
     * @throws UnsafeDocument when a signature would not cover all of it
     */
    public byte[] hashData(String document, ProofOptions options) {
        return joined(options.canonical(), canonical(document));
    }

    /**
     * The canonical N-Quads of a document without proof.
     *
     * @throws UnsafeDocument when they would not cover all of it
     */
    public byte[] canonical(String document) {
        return canonicalization.canonical(parse(document));
    }

    /** The proof value of a document: z and the base58btc of the signature. */
    public String proofValue(String document, ProofOptions options, Signer signer) {
        return proofValue(canonical(document), options, signer);
    }

    /** The proof value of a document whose canonical N-Quads are known. */
    public static String proofValue(byte[] canonical, ProofOptions options, Signer signer) {
        return Multibase.base58btc(signer.sign(joined(options.canonical(), canonical)));
    }

    /**
     * A document with its proof, as an array of one (Open Badges 3.0 requires the array). The document's own bytes are kept as they are.
     *
     * @param document a JSON object, not empty
     */
    public static String secured(String document, ProofOptions options, String proofValue) {
        String open = document.substring(0, document.lastIndexOf('}')).stripTrailing();
        return open + ",\"proof\":[" + options.json(proofValue) + "]}";
    }

    /**
     * Whether every proof of the document is an {@code eddsa-rdfc-2022} proof by this key for the purpose of assertion.
     *
     * @param secured the document with one proof or several, each standing alone
     */
    public ProofVerdict verify(String secured, byte[] publicKey) {
        try {
            JsonObject whole = parse(secured);
            JsonObject document =
                    JSON.createObjectBuilder(whole).remove("proof").build();
            List<JsonObject> proofs = proofs(whole.get("proof"));
            byte[] canonical = canonicalization.canonical(document);
            return proofs.stream().allMatch(proof -> stands(proof, document, canonical, publicKey))
                    ? new ProofVerdict.Valid()
                    : new ProofVerdict.Invalid("The signature does not match the document and the issuer's key.");
        } catch (UnsafeDocument e) {
            return new ProofVerdict.Invalid("The document says something that no signature could cover.");
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** The verification method of the first proof. */
    public static String verificationMethod(String secured) {
        return text(proofs(parse(secured).get("proof")).get(0), "verificationMethod");
    }

    private boolean stands(JsonObject proof, JsonObject document, byte[] canonicalDocument, byte[] publicKey) {
        requireValue(proof, "type", ProofOptions.TYPE);
        requireValue(proof, "cryptosuite", ProofOptions.CRYPTOSUITE);
        requireValue(proof, "proofPurpose", ProofOptions.PURPOSE);
        byte[] signature = Multibase.bytes(text(proof, "proofValue"));
        byte[] configuration = configuration(proof, document);
        return ed25519.verify(publicKey, joined(configuration, canonicalDocument), signature);
    }

    private byte[] configuration(JsonObject proof, JsonObject document) {
        JsonValue context = document.getOrDefault("@context", JsonValue.NULL);
        if (PLAIN_PROOF.equals(proof.keySet()) && startsWithV2(context)) {
            return ProofOptions.canonical(dateTime(proof), iri(proof));
        }
        JsonObject options = JSON.createObjectBuilder(proof)
                .remove("proofValue")
                .add("@context", context)
                .build();
        return canonicalization.canonical(options);
    }

    private static boolean startsWithV2(@Nullable JsonValue context) {
        return context instanceof JsonArray several
                && !several.isEmpty()
                && several.get(0) instanceof JsonString first
                && first.getString().equals(Contexts.CREDENTIALS_V2);
    }

    private static String dateTime(JsonObject proof) {
        String created = text(proof, "created");
        if (!DATE_TIME.matcher(created).matches()) {
            throw new IllegalArgumentException("The proof's created is not a date-time.");
        }
        return created;
    }

    private static String iri(JsonObject proof) {
        String method = text(proof, "verificationMethod");
        if (!LossCheck.absolute(method)) {
            throw new IllegalArgumentException("The proof's verificationMethod is not a URL.");
        }
        return method;
    }

    private static List<JsonObject> proofs(@Nullable JsonValue proof) {
        if (proof instanceof JsonObject one) {
            return List.of(one);
        }
        if (proof instanceof JsonArray several
                && !several.isEmpty()
                && several.stream().allMatch(JsonObject.class::isInstance)) {
            return several.getValuesAs(JsonObject.class);
        }
        throw new IllegalArgumentException("The document carries no proof.");
    }

    private static void requireValue(JsonObject proof, String member, String value) {
        if (!value.equals(text(proof, member))) {
            throw new IllegalArgumentException("The proof's " + member + " is not " + value + ".");
        }
    }

    private static String text(JsonObject object, String member) {
        if (object.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException("The proof has no " + member + ".");
    }

    private static JsonObject parse(String document) {
        try (var reader = JSON.createReader(new StringReader(document))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The document is not a JSON object.", e);
        }
    }

    private static byte[] joined(byte[] configuration, byte[] document) {
        byte[] both = new byte[2 * HASH_SIZE];
        System.arraycopy(Sha256.of(configuration), 0, both, 0, HASH_SIZE);
        System.arraycopy(Sha256.of(document), 0, both, HASH_SIZE, HASH_SIZE);
        return both;
    }
}
