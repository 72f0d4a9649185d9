/** The running product under load and under fire: one workload, measured ({@code Latency}, {@code Throughput}) or shot at by tests. */
@NullMarked
package org.meritstream.benchmarks;

import org.jspecify.annotations.NullMarked;
