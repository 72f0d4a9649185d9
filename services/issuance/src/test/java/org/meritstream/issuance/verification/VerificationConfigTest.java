package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationConfigTest {

    @Test
    void hasDefaultsForEverything() {
        VerificationConfig config = config(Map.of());

        assertThat(config.largest().asLongValue()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.addresses()).isEqualTo(16);
        assertThat(config.longest()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.atOnce()).isEqualTo(16);
        assertThat(config.batch()).isEqualTo(100);
        assertThat(config.batches()).isEqualTo(2);
        assertThat(config.longestBatch()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.plainHosts()).isEmpty();
        assertThat(config.registries()).isEmpty();
    }

    @Test
    void readsEverySetting() {
        VerificationConfig config = config(Map.of(
                "meritstream.verification.largest", "64K",
                "meritstream.verification.patience", "1s",
                "meritstream.verification.addresses", "3",
                "meritstream.verification.longest", "2s",
                "meritstream.verification.at-once", "4",
                "meritstream.verification.plain-hosts", "localhost,other",
                "meritstream.verification.registries.coast.title", "Universities of the coast",
                "meritstream.verification.registries.coast.issuers", "did:web:u.example:a,did:web:v.example",
                "meritstream.verification.registries.coast.tenants", "harbour,northgate"));

        assertThat(config.largest().asLongValue()).isEqualTo(64 * 1024);
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.addresses()).isEqualTo(3);
        assertThat(config.longest()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.atOnce()).isEqualTo(4);
        assertThat(config.plainHosts().orElseThrow()).containsExactlyInAnyOrder("localhost", "other");
        assertThat(config.registries()).containsOnlyKeys("coast").allSatisfy((name, registry) -> {
            assertThat(registry.title()).isEqualTo("Universities of the coast");
            assertThat(registry.issuers()).containsExactlyInAnyOrder("did:web:u.example:a", "did:web:v.example");
            assertThat(registry.tenants().orElseThrow()).containsExactlyInAnyOrder("harbour", "northgate");
        });
    }

    static VerificationConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValues(settings)
                .withMapping(VerificationConfig.class)
                .build()
                .getConfigMapping(VerificationConfig.class);
    }
}
