package org.meritstream.issuance.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What issuance is told beyond {@link org.meritstream.log.LogConfig}. */
@ConfigMapping(prefix = "meritstream")
public interface IssuanceConfig {

    /** What this process does. */
    @WithDefault("sign,public")
    Set<Role> roles();

    /** File with 32 random bytes in base64: signing keys are wrapped under it. There is no default: without it role sign does not start. */
    @WithName("key-encryption-key-file")
    Optional<Path> keyEncryptionKeyFile();

    /** How many credentials are checked and signed side by side. */
    @WithName("signing-threads")
    @WithDefault("2")
    int signingThreads();
}
