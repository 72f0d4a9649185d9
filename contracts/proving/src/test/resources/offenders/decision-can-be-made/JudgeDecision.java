package org.meritstream.evidence.judging;

/** Has a state, perhaps. */
public final class JudgeDecision {
    public static boolean decide() {
        return true;
    }
}
