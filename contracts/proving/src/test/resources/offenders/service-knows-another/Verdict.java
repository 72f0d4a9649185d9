package org.meritstream.issuance.judging;

/** Belongs to issuance. */
public record Verdict(boolean passed) {}
