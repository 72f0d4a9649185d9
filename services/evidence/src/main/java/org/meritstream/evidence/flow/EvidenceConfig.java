package org.meritstream.evidence.flow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set for the evidence service, beside what every service has ({@code LogConfig}). */
@ConfigMapping(prefix = "meritstream.evidence")
public interface EvidenceConfig {

    /** How often publications go on to learners whose facts came first. */
    @WithDefault("1s")
    Duration reachEvery();
}
