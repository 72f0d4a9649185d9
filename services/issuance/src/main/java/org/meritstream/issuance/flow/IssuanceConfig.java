package org.meritstream.issuance.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What issuance is told beyond {@link org.meritstream.log.LogConfig}. */
@ConfigMapping(prefix = "meritstream")
public interface IssuanceConfig {

    /** What this process does. */
    @WithDefault("sign,public")
    Set<Role> roles();

    /** File with 32 random bytes in base64: signing keys are wrapped under it. There is no default: without it or a token role sign does not start. */
    @WithName("key-encryption-key-file")
    Optional<Path> keyEncryptionKeyFile();

    /** How many credentials are checked and signed side by side. */
    @WithName("signing-threads")
    @WithDefault("2")
    int signingThreads();

    /** Where new signing keys are made, and sign. Without a module they are wrapped. */
    SigningToken signingToken();

    /** A PKCS #11 token. All three that have no default, or none of them. */
    interface SigningToken {

        /** The library of its maker. */
        Optional<Path> module();

        /** The token's label, among those that the module knows. */
        Optional<String> label();

        /** File with the user's PIN. */
        Optional<Path> pinFile();

        /** Signatures that are asked of one key at the same time, at most. */
        @WithDefault("4")
        int atOncePerKey();

        /** How long a signature waits for its turn. */
        @WithDefault("PT10S")
        Duration patience();
    }
}
