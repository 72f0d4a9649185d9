package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimConfigTest {

    @Test
    void hasDefaultsForEverything() {
        ClaimConfig config = config(Map.of());

        assertThat(config.linkLasts()).isEqualTo(Duration.ofDays(14));
        assertThat(config.sessionLasts()).isEqualTo(Duration.ofHours(8));
        assertThat(config.rememberEnded()).isEqualTo(Duration.ofDays(30));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.sweepEvery()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsEverySetting() {
        ClaimConfig config = config(Map.of(
                "meritstream.claim.link-lasts", "3d",
                "meritstream.claim.session-lasts", "30m",
                "meritstream.claim.remember-ended", "7d",
                "meritstream.claim.patience", "100ms",
                "meritstream.claim.sweep-every", "5m"));

        assertThat(config.linkLasts()).isEqualTo(Duration.ofDays(3));
        assertThat(config.sessionLasts()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.rememberEnded()).isEqualTo(Duration.ofDays(7));
        assertThat(config.patience()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.sweepEvery()).isEqualTo(Duration.ofMinutes(5));
    }

    private static ClaimConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withDefaultValues(settings)
                .withMapping(ClaimConfig.class)
                .build()
                .getConfigMapping(ClaimConfig.class);
    }
}
