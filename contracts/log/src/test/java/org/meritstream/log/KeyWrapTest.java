package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyWrapTest {
    private static final byte[] SECRET = {1, 2, 3, 4};
    private final KeyWrap wrap = new KeyWrap(new byte[32], new SecureRandom());

    @Test
    void opensWhatItWrapped() {
        assertThat(wrap.unwrap("northgate", wrap.wrap("northgate", SECRET))).isEqualTo(SECRET);
    }

    @Test
    void wrapsTheSameSecretDifferentlyEachTime() {
        assertThat(wrap.wrap("northgate", SECRET)).isNotEqualTo(wrap.wrap("northgate", SECRET));
    }

    @Test
    void doesNotOpenUnderAnotherLabel() {
        byte[] wrapped = wrap.wrap("northgate", SECRET);

        assertThatThrownBy(() -> wrap.unwrap("lakeside", wrapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenUnderAnotherKey() {
        byte[] other = new byte[32];
        other[31] = 1;
        byte[] wrapped = wrap.wrap("northgate", SECRET);

        assertThatThrownBy(() -> new KeyWrap(other, new SecureRandom()).unwrap("northgate", wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenWhenABitWasChanged() {
        byte[] wrapped = wrap.wrap("northgate", SECRET);
        wrapped[wrapped.length - 1] ^= 1;

        assertThatThrownBy(() -> wrap.unwrap("northgate", wrapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAKeyOfTheWrongLength(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), "c2hvcnQ=");

        assertThatThrownBy(() -> KeyWrap.fromFile(file, new SecureRandom())).hasMessageContaining("32 bytes");
    }
}
