package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void isReadBackFromItsText() {
        Secret secret = Secret.draw(new SecureRandom());

        assertThat(Secret.in(secret.text())).isEqualTo(secret);
    }

    @Test
    void isStoredAsAHashThatDoesNotHoldIt() {
        Secret secret = Secret.draw(new SecureRandom());

        assertThat(secret.hash()).isNotEqualTo(secret.text()).isNotEqualTo(secret.formToken());
    }

    @Test
    void doesNotShowItselfWhenPrinted() {
        Secret secret = Secret.draw(new SecureRandom());

        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "../../../../etc/passwd", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=", "{$ne:1}"})
    void isNotReadFromATextThatCanNotBeOne(String text) {
        assertThat(Secret.in(text)).isNull();
    }
}
