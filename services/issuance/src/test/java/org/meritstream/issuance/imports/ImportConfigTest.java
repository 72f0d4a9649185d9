package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportConfigTest {

    @Test
    void hasDefaultsForEverything() {
        ImportConfig config = config(Map.of());

        assertThat(config.lookAgain()).isEqualTo(Duration.ofDays(1));
        assertThat(config.atOnce()).isEqualTo(8);
        assertThat(config.rosterPatience()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void readsEverySetting() {
        ImportConfig config = config(Map.of(
                "meritstream.imports.look-again", "12h",
                "meritstream.imports.at-once", "2",
                "meritstream.imports.roster-patience", "10m"));

        assertThat(config.lookAgain()).isEqualTo(Duration.ofHours(12));
        assertThat(config.atOnce()).isEqualTo(2);
        assertThat(config.rosterPatience()).isEqualTo(Duration.ofMinutes(10));
    }

    private static ImportConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(settings)
                .withMapping(ImportConfig.class)
                .build()
                .getConfigMapping(ImportConfig.class);
    }
}
