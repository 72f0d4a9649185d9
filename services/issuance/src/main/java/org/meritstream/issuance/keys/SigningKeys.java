package org.meritstream.issuance.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.Signatures;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.log.KeyWrap;

/** Makes and opens signing keys. Opened keys stay in memory; they are wrapped everywhere else. */
@ApplicationScoped
public class SigningKeys {
    private static final int SEED_SIZE = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SigningKey> opened = new ConcurrentHashMap<>();
    private final KeyWrap wrap;
    private final Ed25519Provider ed25519;

    public SigningKeys(IssuanceConfig config, Ed25519Provider ed25519) {
        Path file = config.keyEncryptionKeyFile()
                .orElseThrow(() -> new IllegalStateException("meritstream.key-encryption-key-file is not given"));
        this.wrap = KeyWrap.fromFile(file, random);
        this.ed25519 = ed25519;
    }

    /** Reads the key encryption key with the start of role sign, so that a wrong one is noticed then; role public reads none. */
    static void start(@Observes StartupEvent started, IssuanceConfig config, SigningKeys keys) {
        if (config.roles().contains(Role.SIGN)) {
            keys.read();
        }
    }

    /** The constructor reads it; whoever calls this has it run. */
    void read() {}

    /**
     * A key as it is stored.
     *
     * @param multikey its public part, or of an RSA key the thumbprint of its JWK
     * @param publicJwk its public part as JWK, where it has no Multikey
     * @param wrapped its private part, wrapped under the key's own public name and tenant: an Ed25519 seed, else PKCS #8
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(
            String tenant,
            KeyKind kind,
            String multikey,
            @Nullable String publicJwk,
            byte[] wrapped) {

        /** Its public part. */
        VerificationKey key() {
            return publicJwk == null ? VerificationKey.ofMultikey(multikey) : VerificationKey.ofJwk(publicJwk);
        }
    }

    /** A fresh Ed25519 key for a tenant. */
    public Stored generate(String tenant) {
        return generate(tenant, KeyKind.ED25519);
    }

    /** A fresh key of any kind. */
    public Stored generate(String tenant, KeyKind kind) {
        if (kind != KeyKind.ED25519) {
            KeyPair pair = KeyPairs.fresh(kind, random);
            VerificationKey key = VerificationKey.of(kind, pair.getPublic());
            return stored(tenant, key, pair.getPrivate().getEncoded());
        }
        byte[] seed = new byte[SEED_SIZE];
        random.nextBytes(seed);
        return stored(tenant, VerificationKey.ofMultikey(Multikey.of(ed25519.publicKey(seed))), seed);
    }

    private Stored stored(String tenant, VerificationKey key, byte[] secret) {
        String multikey = key.name();
        return new Stored(
                tenant,
                key.kind(),
                multikey,
                key.kind() == KeyKind.RSA ? key.jwkText() : null,
                wrap.wrap(label(tenant, multikey), secret));
    }

    /** Opens a stored key. */
    public SigningKey open(Stored stored) {
        return opened.computeIfAbsent(stored.multikey(), multikey -> {
            byte[] secret = wrap.unwrap(label(stored.tenant(), multikey), stored.wrapped());
            return new SigningKey(stored.kind(), multikey, stored.key().thumbprint(), signer(stored, secret));
        });
    }

    private Signer signer(Stored stored, byte[] secret) {
        return stored.kind() == KeyKind.ED25519
                ? ed25519.signer(secret, Multikey.publicKey(stored.multikey()))
                : Signatures.signer(stored.kind(), KeyPairs.privateKey(stored.kind(), secret));
    }

    private static String label(String tenant, String multikey) {
        return "signing-key/" + tenant + "/" + multikey;
    }
}
