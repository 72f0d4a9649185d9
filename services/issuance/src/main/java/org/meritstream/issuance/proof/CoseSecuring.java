package org.meritstream.issuance.proof;

import static org.meritstream.issuance.proof.CoseHeader.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as COSE_Sign1, {@code vc+cose} (W3C Securing Verifiable Credentials using JOSE and COSE 1.0, section 3.3.1), which are verified here and
 * not issued. As of a JWS the key decides by what algorithm its signature is checked, and a header that names another is refused.
 */
public final class CoseSecuring {
    /** What a credential in this form is served as, and the {@code typ} of its header. */
    public static final String MEDIA_TYPE = "application/vc+cose";

    private static final String ALGORITHM = "1";
    private static final String CRITICAL = "2";
    private static final String CONTENT_TYPE = "3";
    private static final String KEY = "4";
    private static final String CLAIMS = "15";
    private static final String TYPE = "16";
    /** What a signer may ask to be understood, for it is. */
    private static final Set<String> UNDERSTOOD = Set.of(ALGORITHM, CONTENT_TYPE, KEY, CLAIMS, TYPE);
    /** RFC 9053, section 2, and by names that say the curve, too, RFC 9864. */
    private static final Map<Integer, KeyKind> ALGORITHMS = Map.of(
            -8,
            KeyKind.ED25519,
            -19,
            KeyKind.ED25519,
            -7,
            KeyKind.P256,
            -9,
            KeyKind.P256,
            -35,
            KeyKind.P384,
            -51,
            KeyKind.P384);

    private final Signatures signatures;

    public CoseSecuring(Signatures signatures) {
        this.signatures = signatures;
    }

    /** What is secured. */
    public enum Content {
        CREDENTIAL("vc"),
        PRESENTATION("vp");

        private final String type;

        Content(String type) {
            this.type = type;
        }
    }

    /**
     * Whether a message was signed by the key that it names. What its claims say is not looked at.
     *
     * @param by id of who is to have signed it, which is looked up where the message names no key
     */
    public ProofVerdict verify(CoseSign1 message, Content content, String by, KeyLookup keys) {
        try {
            requirePlain(message, content);
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
        return verify(message, by, keys);
    }

    /** The same whatever it is about. */
    ProofVerdict verify(CoseSign1 message, String by, KeyLookup keys) {
        try {
            KeyKind kind = algorithm(message.protectedHeader());
            requireUnderstood(message);
            JsonNode key = stated(message, KEY);
            require(key.isMissingNode() || key.isBinary(), "The message names its key by something that is no name.");
            String name = key.isMissingNode() ? by : text(key.binaryValue());
            return name == null
                    ? new ProofVerdict.Unchecked(
                            "It names its key by bytes that are no text, and keys have names here.")
                    : keys.find(name).verdict(found -> stands(message, kind, found));
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes were read as bytes", e);
        }
    }

    private ProofVerdict stands(CoseSign1 message, KeyKind named, VerificationKey key) {
        if (key.kind() != named) {
            return new ProofVerdict.Invalid("The message's algorithm does not go with the kind of the issuer's key.");
        }
        return signatures.verify(key, message.signed(), message.signature())
                ? new ProofVerdict.Valid()
                : new ProofVerdict.Invalid("The signature does not match the message and the issuer's key.");
    }

    /** Of what is signed alone: whoever could change it could choose how the signature is to be checked. */
    private static KeyKind algorithm(CoseHeader header) {
        JsonNode stated = header.get(ALGORITHM);
        require(!stated.isMissingNode(), "The message does not say under its signature by what algorithm it was made.");
        KeyKind kind = stated.isInt() ? ALGORITHMS.get(stated.intValue()) : null;
        if (kind == null) {
            throw new IllegalArgumentException(
                    "The message's algorithm is not one that credentials are signed with here.");
        }
        return kind;
    }

    private static void requirePlain(CoseSign1 message, Content content) {
        require(
                says(stated(message, TYPE), content.type + "+cose"),
                "The message's type is not the one that is wanted here.");
        require(
                says(stated(message, CONTENT_TYPE), content.type),
                content == Content.CREDENTIAL
                        ? "The message's content is not a credential."
                        : "The message's content is not a presentation.");
    }

    private static void requireUnderstood(CoseSign1 message) {
        require(
                message.unprotectedHeader().get(CRITICAL).isMissingNode() && understood(message.protectedHeader()),
                "The message asks for an extension that is not known here.");
    }

    /** RFC 9052, section 3.1: an array of labels, none of them without a value beside it. */
    private static boolean understood(CoseHeader header) {
        JsonNode critical = header.get(CRITICAL);
        if (critical.isMissingNode()) {
            return true;
        }
        for (JsonNode label : critical) {
            if (!label.isInt()
                    || !UNDERSTOOD.contains(label.asText())
                    || header.get(label.asText()).isMissingNode()) {
                return false;
            }
        }
        return critical.isArray() && !critical.isEmpty();
    }

    private static JsonNode stated(CoseSign1 message, String label) {
        JsonNode stated = message.protectedHeader().get(label);
        return stated.isMissingNode() ? message.unprotectedHeader().get(label) : stated;
    }

    /** Whether it says nothing or this. Media types stand for themselves, with or without what goes before them in all cases here. */
    private static boolean says(JsonNode stated, String type) {
        String lower = stated.isTextual() ? stated.textValue().toLowerCase(Locale.ROOT) : "";
        return stated.isMissingNode() || lower.equals(type) || lower.equals("application/" + type);
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
