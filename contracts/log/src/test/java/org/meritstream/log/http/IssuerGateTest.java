package org.meritstream.log.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerGateTest {
    private static final String VARIABLE = "MERITSTREAM_SIGN_IN_ISSUER";
    private static final Optional<String> DEVELOPMENT = Optional.of("urn:meritstream:development-issuer");

    @Test
    void refusesTheDevelopmentIssuerInProduction() {
        assertThatThrownBy(() -> IssuerGate.check(VARIABLE, DEVELOPMENT, List.of("prod")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(VARIABLE);
    }

    @Test
    void refusesTheDevelopmentIssuerWithBlanksAroundIt() {
        var padded = Optional.of(" urn:meritstream:development-issuer ");

        assertThatThrownBy(() -> IssuerGate.check(VARIABLE, padded, List.of("prod")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesTheDevelopmentIssuerWithoutAnyProfile() {
        assertThatThrownBy(() -> IssuerGate.check(VARIABLE, DEVELOPMENT, List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "test"})
    void believesTheDevelopmentIssuerInItsOwnProfiles(String profile) {
        assertThatCode(() -> IssuerGate.check(VARIABLE, DEVELOPMENT, List.of(profile)))
                .doesNotThrowAnyException();
    }

    @Test
    void believesAnyOtherIssuerInProduction() {
        var university = Optional.of("https://login.northgate.example/realms/staff");

        assertThatCode(() -> IssuerGate.check(VARIABLE, university, List.of("prod")))
                .doesNotThrowAnyException();
    }
}
