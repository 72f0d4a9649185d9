package org.meritstream.evidence.judging;

/** Maps. */
final class VerdictMapper {}
