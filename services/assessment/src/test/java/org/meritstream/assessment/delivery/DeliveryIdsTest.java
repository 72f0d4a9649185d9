package org.meritstream.assessment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.log.KeyedIds;

class DeliveryIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

    private final DeliveryIds ids = new DeliveryIds(new KeyedIds(new byte[32]));

    @Test
    void knowsAgainWhatItGave() {
        UUID id = ids.next("northgate", NOW, -1);

        assertThat(ids.given("northgate", id)).isTrue();
        assertThat(DeliveryIds.takenAt(id)).isEqualTo(NOW);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void knowsNoIdOfAnotherTenantOrOfAnotherKey() {
        UUID id = ids.next("northgate", NOW, 7);
        DeliveryIds others = new DeliveryIds(
                new KeyedIds("another key of thirty-two bytes.".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        assertThat(ids.given("southbank", id)).isFalse();
        assertThat(others.given("northgate", id)).isFalse();
    }

    @Test
    void knowsNoIdOfWhichOneBitWasChanged() {
        UUID id = ids.next("northgate", NOW, 7);

        for (int bit = 0; bit < Long.SIZE; bit++) {
            UUID high = new UUID(id.getMostSignificantBits() ^ 1L << bit, id.getLeastSignificantBits());
            UUID low = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit);
            assertThat(ids.given("northgate", high)).as("bit %d", bit).isFalse();
            assertThat(ids.given("northgate", low)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void givesManyOfOneMomentEachItsOwn() {
        Random random = new Random(1);
        Set<UUID> given = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            given.add(ids.next("northgate", NOW, random.nextLong()));
        }

        assertThat(given).hasSize(100_000);
    }
}
