package org.meritstream.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.meritstream.quickstart.processes.Ports;

/** Ports for a product of a test's own: another checkout on this machine may run the same test. */
final class FreePorts {
    /** Below those of the journey, and those that Linux gives to connections that go out. */
    private static final int FIRST = 10_000;

    private static final int STEP = 250;
    private static final int BASES = 40;

    private FreePorts() {}

    /** A base port of which it and so many after it are free. */
    static int base(int after) {
        int begin = ThreadLocalRandom.current().nextInt(BASES);
        return IntStream.range(begin, begin + BASES)
                .map(n -> FIRST + n % BASES * STEP)
                .filter(base -> IntStream.rangeClosed(base, base + after).allMatch(Ports::free))
                .findFirst()
                .orElseThrow();
    }
}
