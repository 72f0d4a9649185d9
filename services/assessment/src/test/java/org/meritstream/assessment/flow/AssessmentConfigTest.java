package org.meritstream.assessment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentConfigTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "meritstream.public-url", "https://merit.northgate.example",
            "meritstream.key-encryption-key-file", "/run/secrets/wrap.key");

    @Test
    void hasDefaultsForLimitsAlone() {
        AssessmentConfig config = config(REQUIRED);

        assertThat(config.assessment().largestDelivery().asLongValue()).isEqualTo(1024 * 1024);
        assertThat(config.assessment().sourcesFreshFor()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.assessment().keysAgainAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        AssessmentConfig config = config(Map.of(
                "MERITSTREAM_PUBLIC_URL", "https://merit.northgate.example",
                "MERITSTREAM_KEY_ENCRYPTION_KEY_FILE", "/run/secrets/wrap.key",
                "MERITSTREAM_ASSESSMENT_LARGEST_DELIVERY", "2M",
                "MERITSTREAM_ASSESSMENT_SOURCES_FRESH_FOR", "PT5S",
                "MERITSTREAM_ASSESSMENT_KEYS_AGAIN_AFTER", "PT2M"));

        assertThat(config.publicUrl()).isEqualTo("https://merit.northgate.example");
        assertThat(config.keyEncryptionKeyFile()).isEqualTo(Path.of("/run/secrets/wrap.key"));
        assertThat(config.assessment().largestDelivery().asLongValue()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.assessment().sourcesFreshFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.assessment().keysAgainAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void hasNoDefaultKey() {
        assertThatThrownBy(() -> config(Map.of("meritstream.public-url", "https://merit.northgate.example")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("key-encryption-key-file");
    }

    private static AssessmentConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(AssessmentConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withSources(new EnvConfigSource(settings, 300))
                .withSources(new PropertiesConfigSource(settings, "test", 200))
                .build()
                .getConfigMapping(AssessmentConfig.class);
    }
}
