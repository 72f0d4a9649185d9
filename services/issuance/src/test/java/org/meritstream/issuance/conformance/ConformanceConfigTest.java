package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConformanceConfigTest {

    @Test
    void isOffUnlessAskedFor() {
        assertThat(config(Map.of()).enabled()).isFalse();
    }

    @Test
    void isOnWhereAskedFor() {
        assertThat(config(Map.of("meritstream.issuance.conformance.enabled", "true"))
                        .enabled())
                .isTrue();
    }

    private static ConformanceConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(ConformanceConfig.class)
                .build()
                .getConfigMapping(ConformanceConfig.class);
    }
}
