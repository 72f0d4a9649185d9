package org.meritstream.issuance.conformance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether the W3C's suites may be run against this process. */
@ConfigMapping(prefix = "meritstream.issuance.conformance")
public interface ConformanceConfig {

    /** Answers below {@code /vc-api}. Never where strangers come: whoever asks has whatever they like signed, though by no tenant's key. */
    @WithDefault("false")
    boolean enabled();
}
