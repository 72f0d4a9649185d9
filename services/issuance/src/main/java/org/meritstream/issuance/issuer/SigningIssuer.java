package org.meritstream.issuance.issuer;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.keys.SigningKey;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.ProofOptions;

/**
 * An issuer with the keys it signs with at present.
 *
 * @param keys one of each kind that it needs; always an Ed25519 key
 * @param securings how it secures credentials, in the order in which proofs stand in them; {@code eddsa-rdfc-2022} always first
 * @param profile what its credentials may become
 */
public record SigningIssuer(
        Issuer issuer, Map<KeyKind, SigningKey> keys, List<Securing> securings, StatusProfile profile) {
    public SigningIssuer {
        keys = Map.copyOf(keys);
        securings = securings.stream().sorted().toList();
    }

    /** One whose credentials are revoked and nothing else, as every issuer's are at first. */
    public SigningIssuer(Issuer issuer, Map<KeyKind, SigningKey> keys, List<Securing> securings) {
        this(issuer, keys, securings, StatusProfile.REVOCATION);
    }

    /** One that secures as every issuer does at first. */
    public SigningIssuer(Issuer issuer, SigningKey key) {
        this(issuer, Map.of(key.kind(), key), List.of(Securing.EDDSA_RDFC_2022));
    }

    /** The key that status lists are signed with, and every credential among others. */
    public SigningKey key() {
        return key(KeyKind.ED25519);
    }

    /** The names of its keys. */
    public List<String> keyNames() {
        return keys.values().stream().map(SigningKey::multikey).toList();
    }

    /** As it signs from when on another key takes the place of one, or one is added. */
    public SigningIssuer with(SigningKey key) {
        Map<KeyKind, SigningKey> changed = new EnumMap<>(keys);
        changed.put(key.kind(), key);
        return new SigningIssuer(issuer, changed, securings, profile);
    }

    /** The key of a kind. */
    public SigningKey key(KeyKind kind) {
        SigningKey key = keys.get(kind);
        if (key == null) {
            throw new IllegalStateException("The issuer has no key of kind " + kind);
        }
        return key;
    }

    /** What a proof by {@code eddsa-rdfc-2022} of this issuer says of itself. */
    public ProofOptions options(Instant created) {
        return new ProofOptions(created, issuer.verificationMethod(key().multikey()));
    }

    /** DID URL of the key that a way of securing signs with: proofs name it by its Multikey, a JWT by its thumbprint. */
    public String verificationMethod(Securing securing) {
        SecuredBy by = SecuredBy.of(securing);
        SigningKey key = key(by.key());
        return issuer.verificationMethod(by.isToken() ? key.thumbprint() : key.multikey());
    }

    /** DID URLs of all keys that it signs documents with. */
    public Set<String> verificationMethods() {
        return securings.stream().map(this::verificationMethod).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it secures credentials as JWT, too, in which the subject has to have an id. */
    public boolean namesSubjects() {
        return securings.stream().anyMatch(securing -> SecuredBy.of(securing).repeats());
    }
}
