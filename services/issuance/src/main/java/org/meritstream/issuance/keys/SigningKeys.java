package org.meritstream.issuance.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.Multikey;
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
     * @param wrapped its private part, wrapped under the key's own public name and tenant
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(String tenant, String multikey, byte[] wrapped) {}

    /** A fresh key for a tenant. */
    public Stored generate(String tenant) {
        byte[] seed = new byte[SEED_SIZE];
        random.nextBytes(seed);
        String multikey = Multikey.of(ed25519.publicKey(seed));
        return new Stored(tenant, multikey, wrap.wrap(label(tenant, multikey), seed));
    }

    /** Opens a stored key. */
    public SigningKey open(Stored stored) {
        return opened.computeIfAbsent(stored.multikey(), multikey -> {
            byte[] seed = wrap.unwrap(label(stored.tenant(), multikey), stored.wrapped());
            return new SigningKey(multikey, ed25519.signer(seed, Multikey.publicKey(multikey)));
        });
    }

    private static String label(String tenant, String multikey) {
        return "signing-key/" + tenant + "/" + multikey;
    }
}
