package org.meritstream.log.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandIdsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void tellsItsAge() {
        UUID id = CommandIds.next(NOW);

        assertThat(CommandIds.recent(id, NOW.plusSeconds(59), Duration.ofMinutes(1)))
                .isTrue();
        assertThat(CommandIds.recent(id, NOW.plusSeconds(61), Duration.ofMinutes(1)))
                .isFalse();
    }

    @Test
    void doesNotTakeAnyUuidForACommand() {
        assertThat(CommandIds.recent(new UUID(1, 1), NOW, Duration.ofDays(1))).isFalse();
    }

    @Test
    void waitsAsLongAsThePreferenceSaysButNoLongerThanTenSeconds() {
        assertThat(Preference.waitOf("respond-async, wait=2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(Preference.waitOf("wait=900")).isEqualTo(Duration.ofSeconds(10));
        assertThat(Preference.waitOf(null)).isZero();
        assertThat(Preference.waitOf("await=2")).isZero();
    }
}
