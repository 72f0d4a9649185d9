package org.meritstream.assessment.flow;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;

/** What this service is configured with, beside what every service is ({@link org.meritstream.log.LogConfig}). */
@ConfigMapping(prefix = "meritstream")
public interface AssessmentConfig {

    /** File with 32 random bytes in base64: wraps the secrets of sources. No default. */
    @WithName("key-encryption-key-file")
    Path keyEncryptionKeyFile();

    /** The address the world sees, without a trailing slash. */
    @WithName("public-url")
    String publicUrl();

    /** What belongs to this service alone. */
    Assessment assessment();

    /** Limits of the intake. */
    interface Assessment {

        /** Largest delivery; a larger one is answered 413. */
        @WithDefault("1M")
        MemorySize largestDelivery();

        /** How long the intake may rely on what it knows of the sources. */
        @WithDefault("2s")
        Duration sourcesFreshFor();

        /** How long after a fetch of a JWK set an unknown key may make it be fetched again. */
        @WithDefault("60s")
        Duration keysAgainAfter();
    }
}
