package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyedIdsTest {
    private final KeyedIds ids = new KeyedIds(key(1));

    @Test
    void givesTheSameIdForTheSameParts() {
        assertThat(ids.of("northgate", "student", "42")).isEqualTo(ids.of("northgate", "student", "42"));
    }

    @Test
    void givesAUuidOfVersionEight() {
        UUID id = ids.of("northgate", "student", "42");

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void givesAnotherIdAtAnotherTenant() {
        assertThat(ids.of("northgate", "student", "42")).isNotEqualTo(ids.of("southbank", "student", "42"));
    }

    @Test
    void givesAnotherIdUnderAnotherKey() {
        assertThat(ids.of("northgate", "42")).isNotEqualTo(new KeyedIds(key(2)).of("northgate", "42"));
    }

    @Test
    void tellsPartsApartWhereverTheyAreCut() {
        assertThat(ids.of("northgate", "ab", "c")).isNotEqualTo(ids.of("northgate", "a", "bc"));
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new KeyedIds(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) filling);
        return key;
    }
}
