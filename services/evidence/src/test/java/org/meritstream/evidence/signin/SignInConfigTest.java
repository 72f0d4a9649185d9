package org.meritstream.evidence.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInConfigTest {

    @Test
    void hasDefaultsForNames() {
        SignInConfig config = config(Map.of());

        assertThat(config.clientId()).isEqualTo("meritstream-pages");
        assertThat(config.sessionLasts()).isEqualTo(Duration.ofHours(2));
        assertThat(config.scopes()).containsExactly("profile");
        assertThat(config.studentNumberClaim()).isEqualTo("student_number");
    }

    @Test
    void hasNoDefaultProviderAndNoDefaultSecret() {
        SignInConfig config = config(Map.of());

        assertThat(config.provider()).isEmpty();
        assertThat(config.issuer()).isEmpty();
        assertThat(config.clientSecretFile()).isEmpty();
        assertThat(config.sessionKeyFile()).isEmpty();
        assertThat(config.tls()).isEmpty();
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MERITSTREAM_SIGN_IN_PROVIDER", "https://login.northgate.example");
        variables.put("MERITSTREAM_SIGN_IN_ISSUER", "https://id.northgate.example");
        variables.put("MERITSTREAM_SIGN_IN_CLIENT_ID", "pages");
        variables.put("MERITSTREAM_SIGN_IN_CLIENT_SECRET_FILE", "/run/secrets/client");
        variables.put("MERITSTREAM_SIGN_IN_SESSION_KEY_FILE", "/run/secrets/session");
        variables.put("MERITSTREAM_SIGN_IN_SESSION_LASTS", "PT20M");
        variables.put("MERITSTREAM_SIGN_IN_SCOPES", "profile,student");
        variables.put("MERITSTREAM_SIGN_IN_STUDENT_NUMBER_CLAIM", "matriculation");
        variables.put("MERITSTREAM_SIGN_IN_TLS", "campus");

        SignInConfig config = config(variables);

        assertThat(config.provider()).contains("https://login.northgate.example");
        assertThat(config.issuer()).contains("https://id.northgate.example");
        assertThat(config.clientId()).isEqualTo("pages");
        assertThat(config.clientSecretFile()).contains(Path.of("/run/secrets/client"));
        assertThat(config.sessionKeyFile()).contains(Path.of("/run/secrets/session"));
        assertThat(config.sessionLasts()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.scopes()).containsExactly("profile", "student");
        assertThat(config.studentNumberClaim()).isEqualTo("matriculation");
        assertThat(config.tls()).contains("campus");
    }

    private static SignInConfig config(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(SignInConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(variables, 300))
                .build()
                .getConfigMapping(SignInConfig.class);
    }
}
