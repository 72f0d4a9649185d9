package org.meritstream.evidence.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewConfigTest {

    @Test
    void hasADefault() {
        assertThat(config(Map.of()).claim()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void takesItFromTheEnvironment() {
        assertThat(config(Map.of("MERITSTREAM_REVIEWS_CLAIM", "PT30M")).claim()).isEqualTo(Duration.ofMinutes(30));
    }

    private static ReviewConfig config(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReviewConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(ReviewConfig.class);
    }
}
