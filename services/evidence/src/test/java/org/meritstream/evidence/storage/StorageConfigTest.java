package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageConfigTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void hasDefaultsForHowMuchAndHowLong() {
        StorageConfig config = config(Map.of());

        assertThat(config.largest().asLongValue()).isEqualTo(50 * MEGABYTE);
        assertThat(config.perLearner().asLongValue()).isEqualTo(500 * MEGABYTE);
        assertThat(config.atOnce()).isEqualTo(32);
        assertThat(config.unusedFor()).isEqualTo(Duration.ofHours(12));
        assertThat(config.bucket().region()).isEqualTo("us-east-1");
        assertThat(config.bucket().pathStyle()).isFalse();
        assertThat(config.bucket().arrivals()).isEqualTo(Path.of("/tmp/meritstream-arrivals"));
    }

    @Test
    void keepsNothingAnywhereUnlessToldWhere() {
        StorageConfig config = config(Map.of());

        assertThat(config.folder()).isEmpty();
        assertThat(config.bucket().name()).isEmpty();
        assertThat(config.bucket().endpoint()).isEmpty();
        assertThat(config.bucket().accessKeyId()).isEmpty();
        assertThat(config.bucket().secretAccessKeyFile()).isEmpty();
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_FOLDER", "/var/uploads");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_LARGEST", "10M");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_PER_LEARNER", "20M");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_AT_ONCE", "4");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_UNUSED_FOR", "PT1H");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_NAME", "uploads");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_REGION", "eu-central-1");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ENDPOINT", "https://s3.northgate.example");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_PATH_STYLE", "true");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ACCESS_KEY_ID", "AK");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_SECRET_ACCESS_KEY_FILE", "/run/secrets/s3");
        variables.put("MERITSTREAM_EVIDENCE_ARTIFACTS_BUCKET_ARRIVALS", "/var/arrivals");

        StorageConfig config = config(variables);

        assertThat(config.folder()).contains(Path.of("/var/uploads"));
        assertThat(config.largest().asLongValue()).isEqualTo(10 * MEGABYTE);
        assertThat(config.perLearner().asLongValue()).isEqualTo(20 * MEGABYTE);
        assertThat(config.atOnce()).isEqualTo(4);
        assertThat(config.unusedFor()).isEqualTo(Duration.ofHours(1));
        StorageConfig.Bucket bucket = config.bucket();
        assertThat(bucket.name()).contains("uploads");
        assertThat(bucket.region()).isEqualTo("eu-central-1");
        assertThat(bucket.endpoint()).contains(URI.create("https://s3.northgate.example"));
        assertThat(bucket.pathStyle()).isTrue();
        assertThat(bucket.accessKeyId()).contains("AK");
        assertThat(bucket.secretAccessKeyFile()).contains(Path.of("/run/secrets/s3"));
        assertThat(bucket.arrivals()).isEqualTo(Path.of("/var/arrivals"));
    }

    private static StorageConfig config(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(StorageConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}
