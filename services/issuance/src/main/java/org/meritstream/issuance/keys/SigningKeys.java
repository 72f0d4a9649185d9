package org.meritstream.issuance.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.flow.IssuanceConfig;
import org.meritstream.issuance.flow.Role;
import org.meritstream.issuance.keys.KeyHome.Made;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.KeyKind;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.log.KeyWrap;

/**
 * Makes and opens signing keys. Where a deployment has a token, new keys are made in it; those made before stay where they are until they are
 * rotated.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final Map<String, SigningKey> opened = new ConcurrentHashMap<>();
    private final Optional<TokenLogin> login;
    private final Optional<KeyHome> token;
    private final Optional<KeyHome> wrapped;

    public SigningKeys(IssuanceConfig config, Ed25519Provider ed25519) {
        Optional<SigningToken> asked = SigningToken.of(config.signingToken());
        if (config.keyEncryptionKeyFile().isEmpty() && asked.isEmpty()) {
            throw new IllegalStateException("meritstream.key-encryption-key-file is not given");
        }
        SecureRandom random = new SecureRandom();
        this.wrapped = config.keyEncryptionKeyFile()
                .map(file -> new WrappedKeys(KeyWrap.fromFile(file, random), ed25519, random));
        this.login = asked.map(TokenLogin::new);
        this.token = login.map(one -> new TokenKeys(one, asked.orElseThrow(), random));
    }

    /** With the start of role sign, so that a wrong key encryption key or module is noticed then; role public has none. */
    static void start(@Observes StartupEvent started, IssuanceConfig config, SigningKeys keys) {
        if (config.roles().contains(Role.SIGN)) {
            keys.read();
        }
    }

    /** The constructor reads the key encryption key and loads the module. A token that is away may come back: that is said, and no more. */
    void read() {
        try {
            login.ifPresent(one -> one.use(known -> known.getTokenId()));
        } catch (KeysUnavailable away) {
            LOG.warnf("signing.token-unavailable reason=\"%s\"", away.getMessage());
        }
    }

    @PreDestroy
    void close() {
        login.ifPresent(TokenLogin::close);
    }

    /**
     * A key as it is stored.
     *
     * @param multikey its public part, or of an RSA key the thumbprint of its JWK
     * @param publicJwk its public part as JWK, where it has no Multikey
     * @param home where its private part is
     * @param held what it is found by there; of a wrapped key the private part, wrapped under the key's own public name and tenant
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(
            String tenant,
            KeyKind kind,
            String multikey,
            @Nullable String publicJwk,
            String home,
            byte[] held) {

        /** Its public part. */
        VerificationKey key() {
            return publicJwk == null ? VerificationKey.ofMultikey(multikey) : VerificationKey.ofJwk(publicJwk);
        }
    }

    /** A fresh Ed25519 key for a tenant. */
    public Stored generate(String tenant) {
        return generate(tenant, KeyKind.ED25519);
    }

    /**
     * A fresh key of any kind.
     *
     * @throws KeysUnavailable when it can not be made at present
     */
    public Stored generate(String tenant, KeyKind kind) {
        KeyHome home = token.or(() -> wrapped).orElseThrow();
        Made made = home.make(tenant, kind);
        VerificationKey key = made.key();
        return new Stored(
                tenant,
                key.kind(),
                key.name(),
                key.kind() == KeyKind.RSA ? key.jwkText() : null,
                home.kind().name(),
                made.held());
    }

    /** Opens a stored key. */
    public SigningKey open(Stored stored) {
        return opened.computeIfAbsent(stored.multikey(), multikey -> {
            VerificationKey key = stored.key();
            return new SigningKey(
                    stored.kind(),
                    multikey,
                    key.thumbprint(),
                    home(stored).signer(stored.tenant(), new Made(key, stored.held())));
        });
    }

    private KeyHome home(Stored stored) {
        KeyHome.Kind kind = KeyHome.Kind.valueOf(stored.home());
        Optional<KeyHome> home = switch (kind) {
            case WRAPPED -> wrapped;
            case TOKEN -> token;
        };
        return home.orElseThrow(() -> new KeysUnavailable("There are keys in a home that is not configured: " + kind));
    }
}
