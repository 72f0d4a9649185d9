package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void takesTheNearestRank() {
        List<Long> hundred = LongStream.rangeClosed(1, 100).boxed().toList().reversed();

        assertThat(Figures.percentile(hundred, 0.95)).isEqualTo(95);
        assertThat(Figures.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Figures.percentile(List.of(7L), 0.5)).isEqualTo(7);
    }
}
