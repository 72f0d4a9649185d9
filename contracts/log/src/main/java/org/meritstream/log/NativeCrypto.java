package org.meritstream.log;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;

/**
 * The native crypto provider, for what a service does for every event: with the quick compiler alone the JDK's own arithmetic takes ten times
 * as long. A service that wants it brings Amazon Corretto Crypto Provider along; it is there on Linux, x86-64 and arm64.
 */
public final class NativeCrypto {
    private static final Optional<Provider> PROVIDER = load();

    private NativeCrypto() {}

    /** The provider, or empty where it was not brought along, does not load, or fails its own tests. */
    public static Optional<Provider> provider() {
        return PROVIDER;
    }

    private static Optional<Provider> load() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            if (provider.getLoadingError() != null) {
                return Optional.empty();
            }
            provider.assertHealthy();
            return Optional.of(provider);
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }
}
