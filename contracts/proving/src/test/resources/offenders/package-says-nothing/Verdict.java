package org.meritstream.evidence.util;

/** Lies somewhere. */
record Verdict(boolean passed) {}
