package org.meritstream.walletsync.judging;

/** Needs what only tests have. */
record Judge(org.meritstream.proving.Topic topic) {}
