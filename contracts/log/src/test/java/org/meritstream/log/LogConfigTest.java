package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogConfigTest {
    private static final Map<String, String> LEAST =
            Map.of("meritstream.service", "evidence", "meritstream.public-url", "https://merit.northgate.example");

    @Test
    void hasDefaultsForAllButWhoItIsAndWhereItIsSeen() {
        LogConfig config = config(LEAST, Map.of());

        assertThat(config.service()).isEqualTo("evidence");
        assertThat(config.publicUrl()).isEqualTo("https://merit.northgate.example");
        assertThat(config.replica()).isEqualTo("local");
        assertThat(config.log().batch()).isEqualTo(500);
        assertThat(config.log().gather()).isEqualTo(Duration.ofMillis(50));
        assertThat(config.log().forgetEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.log().forgetMargin()).isEqualTo(Duration.ofDays(30));
        assertThat(config.log().enabled()).isTrue();
        assertThatCode(() -> SoundConfig.require(config)).doesNotThrowAnyException();
    }

    @Test
    void hasNoDefaultKeyOfIds() {
        assertThat(config(LEAST, Map.of()).idKeyFile()).isEmpty();
    }

    @Test
    void isNamedAfterItsHost() {
        assertThat(config(LEAST, Map.of("HOSTNAME", "evidence-1")).replica()).isEqualTo("evidence-1");
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MERITSTREAM_SERVICE", "issuance");
        variables.put("MERITSTREAM_REPLICA", "issuance-2");
        variables.put("MERITSTREAM_PUBLIC_URL", "http://localhost:8080/merit");
        variables.put("MERITSTREAM_ID_KEY_FILE", "/run/secrets/id.key");
        variables.put("MERITSTREAM_LOG_BATCH", "50");
        variables.put("MERITSTREAM_LOG_GATHER", "1s");
        variables.put("MERITSTREAM_LOG_FORGET_EVERY", "5m");
        variables.put("MERITSTREAM_LOG_FORGET_MARGIN", "90d");
        variables.put("MERITSTREAM_LOG_ENABLED", "false");

        LogConfig config = config(Map.of(), variables);

        assertThat(config.service()).isEqualTo("issuance");
        assertThat(config.replica()).isEqualTo("issuance-2");
        assertThat(config.publicUrl()).isEqualTo("http://localhost:8080/merit");
        assertThat(config.idKeyFile()).contains(Path.of("/run/secrets/id.key"));
        assertThat(config.log().batch()).isEqualTo(50);
        assertThat(config.log().gather()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.log().forgetEvery()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.log().forgetMargin()).isEqualTo(Duration.ofDays(90));
        assertThat(config.log().enabled()).isFalse();
        assertThatCode(() -> SoundConfig.require(config)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meritstream.service", "meritstream.public-url"})
    void isNothingWithout(String name) {
        Map<String, String> without = new HashMap<>(LEAST);
        without.remove(name);

        assertThatThrownBy(() -> config(without, Map.of()))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name + " is required");
    }

    @ParameterizedTest
    @CsvSource({
        "meritstream.log.batch, 1",
        "meritstream.log.batch, 10000",
        "meritstream.log.gather, 0s",
        "meritstream.log.gather, 1s",
        "meritstream.log.forget-every, 1s",
        "meritstream.log.forget-margin, 0s",
        "meritstream.public-url, http://localhost:8080",
        "meritstream.public-url, https://merit.northgate.example/credentials",
    })
    void takesWhatIsJustWithinItsBounds(String name, String value) {
        assertThatCode(() -> SoundConfig.require(with(name, value))).doesNotThrowAnyException();
    }

    /** The bare number 50 was milliseconds once, and would be seconds now. */
    @ParameterizedTest
    @CsvSource({
        "meritstream.log.batch, 0, is 0: it is 1 to 10000",
        "meritstream.log.batch, 10001, is 10001: it is 1 to 10000",
        "meritstream.log.gather, -PT0.001S, is PT-0.001S: it is 0 to 1 s",
        "meritstream.log.gather, PT1.001S, is PT1.001S: it is 0 to 1 s",
        "meritstream.log.gather, 50, is PT50S: it is 0 to 1 s",
        "meritstream.log.forget-every, 0s, is PT0S: it is a second or more",
        "meritstream.log.forget-every, 999ms, is PT0.999S: it is a second or more",
        "meritstream.log.forget-margin, -PT1S, is PT-1S: it is 0 or more",
        "meritstream.public-url, https://merit.northgate.example/, is https://merit.northgate.example/: it is the address",
        "meritstream.public-url, merit.northgate.example, is merit.northgate.example: it is the address",
        "meritstream.public-url, ftp://merit.northgate.example, is ftp://merit.northgate.example: it is the address",
        "meritstream.public-url, https://a@northgate.example, is https://a@northgate.example: it is the address",
        "meritstream.public-url, https://northgate.example?a=b, is https://northgate.example?a=b: it is the address",
        "meritstream.public-url, 'https://north gate.example', is https://north gate.example: it is the address",
    })
    void refusesWhatIsOutsideThem(String name, String value, String sentence) {
        assertThatThrownBy(() -> SoundConfig.require(with(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"meritstream.log.batch, many", "meritstream.log.gather, soon"})
    void refusesWhatIsNoValueOfItsKind(String name, String value) {
        assertThatThrownBy(() -> with(name, value)).hasStackTraceContaining(name);
    }

    private static LogConfig with(String name, String value) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(name, value);
        return config(settings, Map.of());
    }

    private static LogConfig config(Map<String, String> settings, Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(LogConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(new PropertiesConfigSource(settings, "settings", 200))
                .build()
                .getConfigMapping(LogConfig.class);
    }
}
