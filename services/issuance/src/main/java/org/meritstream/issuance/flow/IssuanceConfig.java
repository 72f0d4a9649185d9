package org.meritstream.issuance.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** What issuance is told beyond {@link org.meritstream.log.LogConfig}. */
@ConfigMapping(prefix = "meritstream")
public interface IssuanceConfig {

    /** File with 32 random bytes in base64: signing keys are wrapped under it. There is no default: without it the service does not start. */
    @WithName("key-encryption-key-file")
    Path keyEncryptionKeyFile();

    /** How many credentials are checked and signed side by side. */
    @WithName("signing-threads")
    @WithDefault("2")
    int signingThreads();
}
