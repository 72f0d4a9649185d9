package org.meritstream.evidence.judging;

/** Looks at the clock. */
public record Verdict(java.time.Instant at) {
    static Verdict passed() {
        return new Verdict(java.time.Instant.now());
    }
}
