package org.meritstream.evidence.judging;

/** Keeps every rule. */
public record Verdict(boolean passed, java.time.Instant at) {}
