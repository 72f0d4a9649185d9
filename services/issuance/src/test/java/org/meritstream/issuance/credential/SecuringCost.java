package org.meritstream.issuance.credential;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.meritstream.events.Securing;

/**
 * CPU time of one credential by the ways in which it is secured, everything from the recorded document to the last signature, by its template
 * where it has one; printed, never asserted. The first line is {@code eddsa-rdfc-2022} alone; each other one is that and one more.
 */
public final class SecuringCost {
    private static final int ROUNDS = 12;
    private static final int PER_ROUND = 200;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private SecuringCost() {}

    /** Prints microseconds of CPU per credential, the median of the rounds after the first four. */
    public static void main(String[] none) {
        SecuredSamples samples = new SecuredSamples();
        Map<Securing, List<Long>> measured = new EnumMap<>(Securing.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Securing more : Securing.values()) {
                long micros = micros(samples, more);
                if (round >= ROUNDS / 3) {
                    measured.computeIfAbsent(more, securing -> new ArrayList<>())
                            .add(micros);
                }
            }
        }
        measured.forEach((securing, all) -> {
            all.sort(null);
            System.out.printf("%-24s %5d us of CPU%n", securing, all.get(all.size() / 2));
        });
    }

    private static long micros(SecuredSamples samples, Securing more) {
        List<Securing> securings =
                more == Securing.EDDSA_RDFC_2022 ? List.of(more) : List.of(Securing.EDDSA_RDFC_2022, more);
        long before = CPU.getCurrentThreadCpuTime();
        for (int n = 0; n < PER_ROUND; n++) {
            if (samples.sealed(securings, n).secured().isEmpty()) {
                throw new IllegalStateException("Nothing was secured");
            }
        }
        return (CPU.getCurrentThreadCpuTime() - before) / PER_ROUND / 1000;
    }
}
