package org.meritstream.issuance.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.meritstream.issuance.proof.Cryptosuite.CanonicalForm;

/**
 * Data Integrity proofs (W3C Data Integrity 1.0) of every {@link Cryptosuite}: what to sign, and whether proofs stand.
 *
 * <p>{@link #proofs}, {@link #judge} and {@link #verify(String, KeyLookup)} are stable: the verifier is built on them.
 */
public final class DataIntegrity {
    /** Proofs of one document that are looked into. */
    public static final int MOST_PROOFS = SecuredDocument.MOST_PROOFS;

    private final Canonicalization canonicalization;
    private final Signatures signatures;

    public DataIntegrity(Canonicalization canonicalization, Ed25519Provider ed25519) {
        this.canonicalization = canonicalization;
        this.signatures = new Signatures(ed25519);
    }

    /**
     * A proof made.
     *
     * @param value its proof value
     */
    public record Proof(ProofOptions options, String value) {}

    /**
     * A proof of a document, and what became of checking it.
     *
     * @param proof as the document states it
     */
    public record Judged(StatedProof proof, ProofVerdict verdict) {}

    /**
     * The bytes that are signed: the hash of the proof configuration, the hash of the document.
     *
     * @param document a VCDM 2.0 document without proof, as JSON text
     * @throws UnsafeDocument when a signature would not cover all of it
     */
    public byte[] hashData(String document, ProofOptions options, KeyKind key) {
        JsonObject parsed = SecuredDocument.parse(document);
        Digest digest = Digest.of(key);
        byte[] canonical = switch (options.suite().form()) {
            case RDFC -> canonicalization.canonical(parsed, digest);
            case JCS -> JsonCanonicalization.canonical(parsed);
        };
        return digest.joined(options.configuration(SecuredDocument.context(parsed)), canonical);
    }

    /** The same for an Ed25519 key. */
    public byte[] hashData(String document, ProofOptions options) {
        return hashData(document, options, KeyKind.ED25519);
    }

    /**
     * The canonical N-Quads of a document without proof.
     *
     * @throws UnsafeDocument when they would not cover all of it
     */
    public byte[] canonical(String document) {
        return canonicalization.canonical(SecuredDocument.parse(document));
    }

    /**
     * The proof value of a document by a key of any kind that goes with the suite: z and the base58btc of the signature.
     *
     * @throws UnsafeDocument when a signature would not cover all of it
     */
    public String proofValue(String document, ProofOptions options, KeyKind key, Signer signer) {
        if (!options.suite().keys().contains(key)) {
            throw new IllegalArgumentException(options.suite().text() + " does not go with a key of kind " + key);
        }
        return Multibase.base58btc(signer.sign(hashData(document, options, key)));
    }

    /** The same by an Ed25519 key. */
    public String proofValue(String document, ProofOptions options, Signer signer) {
        return proofValue(document, options, KeyKind.ED25519, signer);
    }

    /** The proof value of a document whose canonical N-Quads are known, by a key that goes with SHA-256: every kind but P-384. */
    public static String proofValue(byte[] canonical, ProofOptions options, Signer signer) {
        if (options.suite().form() != CanonicalForm.RDFC) {
            throw new IllegalArgumentException(options.suite().text() + " does not sign N-Quads");
        }
        return Multibase.base58btc(signer.sign(Digest.SHA_256.joined(options.canonical(), canonical)));
    }

    /**
     * A document with its proof, as an array of one (Open Badges 3.0 requires the array). The document's own bytes are kept as they are.
     *
     * @param document a JSON object, not empty
     */
    public static String secured(String document, ProofOptions options, String proofValue) {
        return secured(document, List.of(new Proof(options, proofValue)));
    }

    /** A document with several proofs, each of which stands alone (Data Integrity 1.0, section 2.1.1). */
    public static String secured(String document, List<Proof> proofs) {
        boolean words =
                proofs.stream().anyMatch(proof -> proof.options().suite().form() == CanonicalForm.JCS);
        JsonValue context = words ? SecuredDocument.context(SecuredDocument.parse(document)) : JsonValue.NULL;
        String open = document.substring(0, document.lastIndexOf('}')).stripTrailing();
        return proofs.stream()
                .map(proof -> proof.options().json(proof.value(), context))
                .collect(Collectors.joining(",", open + ",\"proof\":[", "]}"));
    }

    /**
     * What the proofs of a document say of themselves, in their order; none of it is checked.
     *
     * @throws IllegalArgumentException when it is no JSON object or carries no proof, in words that may be shown
     */
    public static List<StatedProof> proofs(String secured) {
        return SecuredDocument.of(secured).proofs().stream()
                .map(StatedProof::of)
                .toList();
    }

    /**
     * Each proof of a document judged, in their order. A proof in a chain ({@code previousProof}) stands only if it covers the proofs that it
     * names; whether those stand is their own verdict. A suite that is not known makes an invalid proof.
     *
     * @param secured the document as JSON text
     * @param purpose what every proof must be for, such as {@code assertionMethod}
     * @param keys asked once for each proof that is well formed
     * @throws IllegalArgumentException when it is no JSON object or carries no proof, in words that may be shown
     */
    public List<Judged> judge(String secured, String purpose, KeyLookup keys) {
        return judge(secured, purpose, keys, Patience.usual());
    }

    /**
     * The same as a part of something larger; once that has no patience left, what would have to be canonicalized is unchecked.
     *
     * @param patience with all of it together
     */
    public List<Judged> judge(String secured, String purpose, KeyLookup keys, Patience patience) {
        SecuredDocument taken = SecuredDocument.of(secured);
        ProofCheck check = new ProofCheck(canonicalization, signatures, taken, patience);
        return taken.proofs().stream()
                .map(proof -> new Judged(StatedProof.of(proof), check.check(proof, purpose, keys)))
                .toList();
    }

    /**
     * Whether every proof of the document stands, for the purpose of assertion. One that does not makes it invalid; else one that could not be
     * checked makes it unchecked.
     *
     * @param secured the document with one proof or several
     */
    public ProofVerdict verify(String secured, KeyLookup keys) {
        try {
            return together(judge(secured, ProofOptions.PURPOSE, keys));
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    /** The same where all proofs are by one Ed25519 key. */
    public ProofVerdict verify(String secured, byte[] publicKey) {
        return verify(
                secured,
                KeyLookup.always(VerificationKey.of(KeyKind.ED25519, PublicKeys.of(KeyKind.ED25519, publicKey))));
    }

    private static ProofVerdict together(List<Judged> all) {
        ProofVerdict worst = new ProofVerdict.Valid();
        for (Judged judged : all) {
            switch (judged.verdict()) {
                case ProofVerdict.Invalid invalid -> {
                    return invalid;
                }
                case ProofVerdict.Unchecked unchecked -> worst = unchecked;
                case ProofVerdict.Valid ignored -> {}
            }
        }
        return worst;
    }

    /** The verification method of the first proof. */
    public static String verificationMethod(String secured) {
        return ProofCheck.text(SecuredDocument.of(secured).proofs().get(0), "verificationMethod");
    }
}
