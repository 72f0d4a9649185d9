package org.meritstream.evidence.judging;

/** Keeps every rule: an edge asks for the time. */
public class VerdictsResource {
    @jakarta.ws.rs.GET
    public Verdict one() {
        return JudgeDecision.decide(java.time.Instant.now());
    }
}
