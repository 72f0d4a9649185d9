package org.meritstream.walletsync.claim;

/** A request of a browser with a session that lasts. */
record Visit(Secret secret, Session session) {}
