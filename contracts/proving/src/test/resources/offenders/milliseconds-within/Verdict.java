package org.meritstream.evidence.judging;

/** Looks at the clock. */
public record Verdict(long at) {
    static Verdict passed() {
        return new Verdict(System.currentTimeMillis());
    }
}
