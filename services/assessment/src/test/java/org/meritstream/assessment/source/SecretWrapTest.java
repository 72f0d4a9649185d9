package org.meritstream.assessment.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SecretWrapTest {
    private static final String PLACE = "northgate/moodle";
    private final SecretWrap wrap = new SecretWrap(new byte[32], new SecureRandom());

    @Test
    void opensWhatItWrapped() {
        assertThat(wrap.unwrap(wrap.wrap("pässword", PLACE), PLACE)).isEqualTo("pässword");
    }

    @Test
    void wrapsTheSameSecretDifferentlyEachTime() {
        assertThat(wrap.wrap("password", PLACE)).isNotEqualTo(wrap.wrap("password", PLACE));
        assertThat(new String(wrap.wrap("password", PLACE), StandardCharsets.ISO_8859_1))
                .doesNotContain("password");
    }

    @Test
    void opensNothingThatWasMovedToAnotherSource() {
        byte[] wrapped = wrap.wrap("password", PLACE);

        assertThatThrownBy(() -> wrap.unwrap(wrapped, "southbank/moodle")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] wrapped = wrap.wrap("password", PLACE);
        wrapped[wrapped.length - 1] ^= 1;

        assertThatThrownBy(() -> wrap.unwrap(wrapped, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesNoKeyOfAnotherLength() {
        assertThatThrownBy(() -> new SecretWrap(new byte[16], new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
