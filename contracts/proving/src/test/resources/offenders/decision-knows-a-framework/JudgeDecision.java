package org.meritstream.evidence.judging;

/** Asks a framework. */
public final class JudgeDecision {
    private JudgeDecision() {}

    public static void decide(jakarta.ws.rs.core.UriInfo asked) {
        asked.getPath();
    }
}
