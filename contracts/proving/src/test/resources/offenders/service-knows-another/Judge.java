package org.meritstream.evidence.judging;

/** Belongs to evidence. */
record Judge(org.meritstream.issuance.judging.Verdict verdict) {}
