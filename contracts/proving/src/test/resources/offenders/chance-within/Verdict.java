package org.meritstream.evidence.judging;

/** Throws dice. */
public record Verdict(java.util.UUID id) {
    static Verdict passed() {
        return new Verdict(java.util.UUID.randomUUID());
    }
}
