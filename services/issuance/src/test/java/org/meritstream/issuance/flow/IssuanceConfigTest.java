package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuanceConfigTest {

    @Test
    void hasDefaultsForWhatItDoesAndHowMuchAtOnce() {
        IssuanceConfig config = config(Map.of());

        assertThat(config.roles()).containsExactlyInAnyOrder(Role.SIGN, Role.PUBLIC);
        assertThat(config.signingThreads()).isEqualTo(2);
        assertThat(config.signingToken().atOncePerKey()).isEqualTo(4);
        assertThat(config.signingToken().patience()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void hasNoDefaultKeyOfAnyKind() {
        IssuanceConfig config = config(Map.of());

        assertThat(config.keyEncryptionKeyFile()).isEmpty();
        assertThat(config.signingToken().module()).isEmpty();
        assertThat(config.signingToken().label()).isEmpty();
        assertThat(config.signingToken().pinFile()).isEmpty();
    }

    @Test
    void takesEverySettingFromTheEnvironment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MERITSTREAM_ROLES", "public");
        variables.put("MERITSTREAM_KEY_ENCRYPTION_KEY_FILE", "/run/secrets/wrap.key");
        variables.put("MERITSTREAM_SIGNING_THREADS", "8");
        variables.put("MERITSTREAM_SIGNING_TOKEN_MODULE", "/usr/lib/token.so");
        variables.put("MERITSTREAM_SIGNING_TOKEN_LABEL", "meritstream");
        variables.put("MERITSTREAM_SIGNING_TOKEN_PIN_FILE", "/run/secrets/pin");
        variables.put("MERITSTREAM_SIGNING_TOKEN_AT_ONCE_PER_KEY", "2");
        variables.put("MERITSTREAM_SIGNING_TOKEN_PATIENCE", "PT3S");

        IssuanceConfig config = config(variables);

        assertThat(config.roles()).containsExactly(Role.PUBLIC);
        assertThat(config.keyEncryptionKeyFile()).contains(Path.of("/run/secrets/wrap.key"));
        assertThat(config.signingThreads()).isEqualTo(8);
        assertThat(config.signingToken().module()).contains(Path.of("/usr/lib/token.so"));
        assertThat(config.signingToken().label()).contains("meritstream");
        assertThat(config.signingToken().pinFile()).contains(Path.of("/run/secrets/pin"));
        assertThat(config.signingToken().atOncePerKey()).isEqualTo(2);
        assertThat(config.signingToken().patience()).isEqualTo(Duration.ofSeconds(3));
    }

    private static IssuanceConfig config(Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withMapping(IssuanceConfig.class)
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(new PropertiesConfigSource(Map.of(), "none", 200))
                .build()
                .getConfigMapping(IssuanceConfig.class);
    }
}
