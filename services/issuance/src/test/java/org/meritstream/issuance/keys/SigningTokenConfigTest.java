package org.meritstream.issuance.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.flow.IssuanceConfig;

class SigningTokenConfigTest {
    private static final Map<String, String> LEAST = Map.of(
            "meritstream.signing-token.module", "/opt/token/libpkcs11.so",
            "meritstream.signing-token.label", "meritstream",
            "meritstream.signing-token.pin-file", "/run/secrets/pin");

    @Test
    void knowsNoTokenUnlessAskedFor() {
        assertThat(SigningToken.of(config(Map.of()))).isEmpty();
    }

    @Test
    void hasDefaultsForWhatLimitsIt() {
        assertThat(SigningToken.of(config(LEAST)))
                .contains(new SigningToken(
                        Path.of("/opt/token/libpkcs11.so"),
                        "meritstream",
                        Path.of("/run/secrets/pin"),
                        4,
                        Duration.ofSeconds(10)));
    }

    @Test
    void refusesATokenThatIsHalfConfigured() {
        IssuanceConfig.SigningToken half = config(Map.of("meritstream.signing-token.label", "meritstream"));

        assertThatThrownBy(() -> SigningToken.of(half)).hasMessageContaining("signing-token.module is not given");
    }

    private static IssuanceConfig.SigningToken config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(IssuanceConfig.class)
                .build()
                .getConfigMapping(IssuanceConfig.class)
                .signingToken();
    }
}
