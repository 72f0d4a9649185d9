package org.meritstream.evidence.judging;

/** Keeps every rule. */
public final class JudgeDecision {
    private JudgeDecision() {}

    public static Verdict decide(java.time.Instant now) {
        return new Verdict(true, now);
    }
}
