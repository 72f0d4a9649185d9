package org.meritstream.evidence.judging;

/** Answers requests, and is no edge by its name. */
interface Verdicts {
    @jakarta.ws.rs.GET
    String all();
}
