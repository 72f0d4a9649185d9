package org.meritstream.benchmarks;

import java.util.List;

/** Percentiles, by the nearest rank. */
final class Figures {
    private Figures() {}

    /** The smallest value that at least this share of the values do not exceed. */
    static long percentile(List<Long> values, double share) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There are no values");
        }
        List<Long> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
