package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.meritstream.issuance.proof.Cryptosuite.CanonicalForm;

/** Checks the proofs of one document, one after the other; what two of them cover alike is canonicalized once. Not to be shared. */
final class ProofCheck {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> PLAIN_PROOF =
            Set.of("type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9T:.+Z-]{10,40}");

    private static final ProofVerdict TOO_HARD =
            new ProofVerdict.Unchecked("The document is too hard to check within the time that one may take.");
    private static final ProofVerdict LATE = new ProofVerdict.Unchecked(
            "The time that one verification may take was used up by another document in it, which is too hard to check.");

    private final Canonicalization canonicalization;
    private final Signatures signatures;
    private final SecuredDocument secured;
    private final Patience patience;
    private final ProofVerdict unfinished;
    private final Map<Covered, byte[]> canonical = new HashMap<>();
    private boolean tooHard;

    ProofCheck(Canonicalization canonicalization, Signatures signatures, SecuredDocument secured, Patience patience) {
        this.canonicalization = canonicalization;
        this.signatures = signatures;
        this.secured = secured;
        this.patience = patience;
        this.unfinished = patience.over() ? LATE : TOO_HARD;
    }

    private record Covered(JsonObject document, CanonicalForm form, Digest digest) {}

    /** Whether the proof stands: of a known suite, for this purpose, by the key that it names. */
    ProofVerdict check(JsonObject proof, String purpose, KeyLookup keys) {
        if (tooHard) {
            return unfinished;
        }
        try {
            requireValue(proof, "type", ProofOptions.TYPE);
            requireValue(proof, "proofPurpose", purpose);
            Cryptosuite suite = Cryptosuite.named(text(proof, "cryptosuite"))
                    .orElseThrow(() -> new IllegalArgumentException("The proof's suite is not known here."));
            dateTimes(proof);
            byte[] signature = Multibase.bytes(text(proof, "proofValue"));
            return keys.find(method(proof)).verdict(key -> stands(proof, suite, key, signature));
        } catch (UnsafeDocument e) {
            if (e.getCause() instanceof TooHard) {
                tooHard = true;
                return unfinished;
            }
            return new ProofVerdict.Invalid("The document says something that no signature could cover.");
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private ProofVerdict stands(JsonObject proof, Cryptosuite suite, VerificationKey key, byte[] signature) {
        if (!suite.keys().contains(key.kind())) {
            return new ProofVerdict.Invalid("The proof's suite does not go with the kind of the issuer's key.");
        }
        Digest digest = Digest.of(key.kind());
        JsonObject document = covered(proof, suite);
        byte[] hashes = digest.joined(
                configuration(proof, suite, document, digest),
                canonical.computeIfAbsent(new Covered(document, suite.form(), digest), this::canonical));
        return signatures.verify(key, hashes, signature)
                ? new ProofVerdict.Valid()
                : new ProofVerdict.Invalid("The signature does not match the document and the issuer's key.");
    }

    /**
     * A proof over the words states the context that was signed, with which the document's must begin, and the document is read with it: so a
     * context may be added later (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2).
     */
    private JsonObject covered(JsonObject proof, Cryptosuite suite) {
        JsonObject document = secured.coveredBy(proof);
        JsonValue signed = proof.get("@context");
        if (suite.form() == CanonicalForm.RDFC || signed == null) {
            return document;
        }
        if (!begins(SecuredDocument.context(document), signed)) {
            throw new IllegalArgumentException("The document's context does not begin with the proof's.");
        }
        return JSON.createObjectBuilder(document).add("@context", signed).build();
    }

    private static boolean begins(JsonValue whole, JsonValue part) {
        if (whole instanceof JsonArray all && part instanceof JsonArray first) {
            return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
        }
        return whole.equals(part)
                || (whole instanceof JsonArray all
                        && !all.isEmpty()
                        && all.get(0).equals(part));
    }

    private byte[] canonical(Covered covered) {
        return switch (covered.form()) {
            case RDFC -> canonicalization.canonical(covered.document(), covered.digest(), patience);
            case JCS -> JsonCanonicalization.canonical(covered.document());
        };
    }

    private byte[] configuration(JsonObject proof, Cryptosuite suite, JsonObject document, Digest digest) {
        if (suite.form() == CanonicalForm.JCS) {
            return JsonCanonicalization.canonical(
                    JSON.createObjectBuilder(proof).remove("proofValue").build());
        }
        JsonValue context = SecuredDocument.context(document);
        if (isPlain(proof) && startsWithV2(context)) {
            return ProofOptions.canonical(suite, text(proof, "created"), method(proof));
        }
        JsonObject options = JSON.createObjectBuilder(proof)
                .remove("proofValue")
                .add("@context", context)
                .build();
        return canonicalization.canonical(options, digest, patience);
    }

    private static boolean isPlain(JsonObject proof) {
        return PLAIN_PROOF.equals(proof.keySet()) && ProofOptions.PURPOSE.equals(text(proof, "proofPurpose"));
    }

    private static boolean startsWithV2(JsonValue context) {
        return context instanceof JsonArray several
                && !several.isEmpty()
                && several.get(0) instanceof JsonString first
                && first.getString().equals(Contexts.CREDENTIALS_V2);
    }

    private static void dateTimes(JsonObject proof) {
        for (String member : new String[] {"created", "expires"}) {
            if (proof.containsKey(member)
                    && !DATE_TIME.matcher(text(proof, member)).matches()) {
                throw new IllegalArgumentException("The proof's " + member + " is not a date-time.");
            }
        }
    }

    private static String method(JsonObject proof) {
        String method = text(proof, "verificationMethod");
        if (!LossCheck.absolute(method)) {
            throw new IllegalArgumentException("The proof's verificationMethod is not a URL.");
        }
        return method;
    }

    private static void requireValue(JsonObject proof, String member, String value) {
        if (!value.equals(text(proof, member))) {
            throw new IllegalArgumentException("The proof's " + member + " is not " + value + ".");
        }
    }

    static String text(JsonObject object, String member) {
        if (object.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw new IllegalArgumentException("The proof has no " + member + ".");
    }
}
