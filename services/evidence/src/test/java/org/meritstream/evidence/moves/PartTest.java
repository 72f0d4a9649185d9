package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.evidence.catalogue.AchievementKey;

/** In the order of the text of ids, which is that of PostgreSQL. */
class PartTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Move MOVE =
            new Move(new UUID(7, 7), new AchievementKey("northgate", "data-literacy", 1), 2, NOON);

    private final List<Part> parts = Part.of(MOVE);

    @Test
    void leavesNoIdBetweenTwoParts() {
        assertThat(parts.getFirst().reached()).hasToString("00000000-0000-0000-0000-000000000000");
        assertThat(parts.getLast().last()).hasToString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).reached()).isEqualTo(parts.get(i - 1).last());
            assertThat(parts.get(i).last().toString())
                    .isGreaterThan(parts.get(i).reached().toString());
        }
    }

    @Test
    void areEquallyLarge() {
        Random random = new Random(4711);
        int[] hits = new int[parts.size()];
        for (int i = 0; i < 80_000; i++) {
            hits[holding(new UUID(random.nextLong(), random.nextLong()))]++;
        }

        assertThat(hits).hasSize(Part.PARTS);
        assertThat(IntStream.of(hits)).allMatch(count -> count > 4_500 && count < 5_500);
    }

    @Test
    void isDoneByItsLastSlice() {
        UUID learner = UUID.fromString("11111111-1111-8111-8111-111111111111");
        Part fresh = parts.getFirst();

        Part after = fresh.took(new Slice(fresh, List.of(learner), true), new Counts(1, 0, 0, 0));

        assertThat(after.state()).isEqualTo(Part.State.DONE);
        assertThat(after.reached()).isEqualTo(learner);
        assertThat(after.slices()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAnyOther() {
        UUID learner = UUID.fromString("11111111-1111-8111-8111-111111111111");
        Part fresh = parts.getFirst();

        Part after = fresh.took(new Slice(fresh, List.of(learner), false), Counts.NONE);

        assertThat(after.state()).isEqualTo(Part.State.UNDER_WAY);
        assertThat(after.reached()).isEqualTo(learner);
    }

    private int holding(UUID id) {
        for (int i = 0; i < parts.size(); i++) {
            if (id.toString().compareTo(parts.get(i).last().toString()) <= 0) {
                return i;
            }
        }
        throw new AssertionError("No part holds " + id);
    }
}
