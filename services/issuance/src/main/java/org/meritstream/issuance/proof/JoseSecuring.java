package org.meritstream.issuance.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Credentials as compact JWS, {@code vc+jwt} (W3C Securing Verifiable Credentials using JOSE and COSE 1.0, section 3.1.1; of badges also Open
 * Badges 3.0, section 8.2). The library reads and writes; the signature itself is made and checked by {@link Signatures}.
 *
 * <p>By what algorithm a signature is checked follows from the kind of the key alone, and a header that names another is refused: neither
 * {@code none} nor an HMAC with the public key as its secret has a way in.
 *
 * <p>{@link #read} and {@link #verify} are stable: the verifier is built on them.
 */
public final class JoseSecuring {
    /** What a credential in this form is served as, and the {@code typ} of its header. */
    public static final String MEDIA_TYPE = "application/vc+jwt";

    private static final JOSEObjectType TYPE = new JOSEObjectType("vc+jwt");
    private static final String CONTENT_TYPE = "vc";

    /** Absent or JWT is what badges of Open Badges 3.0 bear. */
    private static final Set<String> TYPES = Set.of("", "jwt", "vc+jwt");

    private static final Set<String> CONTENT_TYPES = Set.of("", CONTENT_TYPE);
    /** RFC 9864 gives EdDSA over Ed25519 a name of its own. */
    private static final Map<String, KeyKind> ALGORITHMS = Map.of(
            KeyKind.ED25519.jose(),
            KeyKind.ED25519,
            "Ed25519",
            KeyKind.ED25519,
            KeyKind.P256.jose(),
            KeyKind.P256,
            KeyKind.P384.jose(),
            KeyKind.P384,
            KeyKind.RSA.jose(),
            KeyKind.RSA);

    private final Signatures signatures;

    public JoseSecuring(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The same signatures in messages of CBOR. */
    public CoseSecuring inCose() {
        return new CoseSecuring(signatures);
    }

    /**
     * What a compact JWS says, unchecked.
     *
     * @param algorithm {@code alg} of its header
     * @param key {@code kid} of its header, or its issuer where the header names none: what {@link #verify} asks the lookup for
     * @param embedded the key in its header ({@code jwk}) as JSON text, or null; worth nothing unless the issuer's document lists it
     * @param credential the payload as JSON text
     */
    public record Token(
            String algorithm,
            @Nullable String key,
            @Nullable String embedded,
            String credential) {}

    /**
     * Secures a badge: the document's own bytes, then the claims that repeat it.
     *
     * @param document a badge without proof whose subject has an id, as JSON text
     * @param verificationMethod DID URL of the key, for {@code kid}
     * @throws IllegalArgumentException when the badge lacks what a JWT repeats
     */
    public static String secured(String document, String verificationMethod, KeyKind key, Signer signer) {
        JsonObject claims = JsonProvider.provider()
                .createObjectBuilder(RegisteredClaims.of(SecuredDocument.parse(document)))
                .build();
        String open = document.substring(0, document.lastIndexOf('}')).stripTrailing();
        JWSHeader header =
                header(key, TYPE, verificationMethod).contentType(CONTENT_TYPE).build();
        return signed(header, open + "," + claims.toString().substring(1), signer);
    }

    /**
     * Signs any claims.
     *
     * @param claims a JSON object as text
     * @param type {@code typ} of the header, which says what kind of token it is (RFC 8725, section 3.11)
     * @param verificationMethod DID URL of the key, for {@code kid}
     */
    public static String signed(String claims, String type, String verificationMethod, KeyKind key, Signer signer) {
        return signed(header(key, new JOSEObjectType(type), verificationMethod).build(), claims, signer);
    }

    private static JWSHeader.Builder header(KeyKind key, JOSEObjectType type, String verificationMethod) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(key.jose())).type(type).keyID(verificationMethod);
    }

    private static String signed(JWSHeader header, String claims, Signer signer) {
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new RawSigner(header.getAlgorithm(), signer));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signer failed", e);
        }
        return token.serialize();
    }

    /**
     * Takes a compact JWS apart.
     *
     * @throws IllegalArgumentException when it is none, in words that may be shown
     */
    public static Token read(String compact) {
        JWSObject token = parsed(compact);
        JsonObject payload = SecuredDocument.parse(token.getPayload().toString());
        JWSHeader header = token.getHeader();
        String kid = header.getKeyID();
        return new Token(
                header.getAlgorithm().getName(),
                kid == null || kid.isEmpty() ? issuer(payload) : kid,
                header.getJWK() == null ? null : header.getJWK().toJSONString(),
                token.getPayload().toString());
    }

    /** Whether a compact JWS bears the certificate of its key (RFC 7515, section 4.1.6). */
    public static boolean certified(String compact) {
        List<?> chain = parsed(compact).getHeader().getX509CertChain();
        return chain != null && !chain.isEmpty();
    }

    /**
     * The first registered claim of a token that contradicts what the token shows of its credential, if one does. What is not shown contradicts nothing.
     *
     * @param shown claims and credential as one JSON object, as text
     */
    public static Optional<String> contradicted(String shown) {
        return RegisteredClaims.contradictedByWhatIsShown(SecuredDocument.parse(shown));
    }

    /** Whether a compact JWS is a credential that the key which it names signed. */
    public ProofVerdict verify(String compact, KeyLookup keys) {
        try {
            JWSObject token = parsed(compact);
            KeyKind kind = algorithm(token.getHeader());
            JsonObject payload = SecuredDocument.parse(token.getPayload().toString());
            requireCredential(token.getHeader(), payload);
            String key = read(compact).key();
            return key == null
                    ? new ProofVerdict.Invalid("The token names neither a key nor an issuer.")
                    : keys.find(key).verdict(found -> stands(token, kind, found));
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Whether a compact JWS of one of these types was signed by the key that it names. What its claims say is not looked at.
     *
     * @param types what {@code typ} may say, in lower case and without {@code application/}; a token without one is of none of them
     */
    public ProofVerdict verify(String compact, Set<String> types, KeyLookup keys) {
        try {
            JWSObject token = parsed(compact);
            KeyKind kind = algorithm(token.getHeader());
            requirePlain(token.getHeader(), types);
            String key = read(compact).key();
            return keys.find(key == null ? "" : key).verdict(found -> stands(token, kind, found));
        } catch (IllegalArgumentException e) {
            return new ProofVerdict.Invalid(String.valueOf(e.getMessage()));
        }
    }

    private ProofVerdict stands(JWSObject token, KeyKind named, VerificationKey key) {
        if (key.kind() != named) {
            return new ProofVerdict.Invalid("The token's algorithm does not go with the kind of the issuer's key.");
        }
        return signatures.verify(
                        key, token.getSigningInput(), token.getSignature().decode())
                ? new ProofVerdict.Valid()
                : new ProofVerdict.Invalid("The signature does not match the token and the issuer's key.");
    }

    private static KeyKind algorithm(JWSHeader header) {
        KeyKind kind = ALGORITHMS.get(header.getAlgorithm().getName());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "The token's algorithm is not one that credentials are signed with here.");
        }
        return kind;
    }

    private static void requireCredential(JWSHeader header, JsonObject payload) {
        requirePlain(header, TYPES);
        require(CONTENT_TYPES.contains(bare(header.getContentType())), "The token's content is not a credential.");
        require(
                !payload.containsKey("vc") && !payload.containsKey("vp"),
                "The token is of an older form, with a claim vc or vp.");
        RegisteredClaims.contradicted(payload).ifPresent(claim -> {
            throw new IllegalArgumentException("The token's claim " + claim + " contradicts the credential.");
        });
    }

    private static void requirePlain(JWSHeader header, Set<String> types) {
        String type = header.getType() == null ? "" : header.getType().getType();
        require(types.contains(bare(type)), "The token's type is not the one that is wanted here.");
        require(
                header.getCriticalParams() == null || header.getCriticalParams().isEmpty(),
                "The token asks for an extension that is not known here.");
        require(header.isBase64URLEncodePayload(), "The token's payload is not encoded.");
    }

    /** A media type's {@code application/} may be left out, and case does not matter (RFC 7515, section 4.1.9). */
    private static String bare(@Nullable String type) {
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static JWSObject parsed(String compact) {
        try {
            return JWSObject.parse(compact);
        } catch (ParseException | IllegalStateException e) {
            throw new IllegalArgumentException("This is no signed token in compact form.", e);
        }
    }

    private static @Nullable String issuer(JsonObject payload) {
        return switch (payload.get("issuer")) {
            case JsonString id -> id.getString();
            case JsonObject issuer when issuer.get("id") instanceof JsonString id -> id.getString();
            case null, default -> payload.get("iss") instanceof JsonString iss ? iss.getString() : null;
        };
    }
}
