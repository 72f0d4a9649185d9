package org.meritstream.issuance.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.meritstream.issuance.flow.IssuanceConfig;

/**
 * The PKCS #11 token that a deployment keeps its signing keys in.
 *
 * @param module the library of its maker
 * @param label the token's, among those that the module knows
 * @param pinFile holds the user's PIN; read at each login, so that it may be changed
 * @param atOncePerKey signatures that are asked of one key at the same time, at most
 * @param patience how long a signature waits for its turn
 */
record SigningToken(Path module, String label, Path pinFile, int atOncePerKey, Duration patience) {

    /**
     * As a deployment is configured; empty where it has none.
     *
     * @throws IllegalStateException when it has one in part
     */
    static Optional<SigningToken> of(IssuanceConfig.SigningToken config) {
        long given = Stream.of(config.module(), config.label(), config.pinFile())
                .filter(Optional::isPresent)
                .count();
        if (given == 0) {
            return Optional.empty();
        }
        return Optional.of(new SigningToken(
                given("module", config.module()),
                given("label", config.label()),
                given("pin-file", config.pinFile()),
                config.atOncePerKey(),
                config.patience()));
    }

    private static <T> T given(String name, Optional<T> value) {
        return value.orElseThrow(() ->
                new IllegalStateException("meritstream.signing-token." + name + " is not given, though others are"));
    }
}
