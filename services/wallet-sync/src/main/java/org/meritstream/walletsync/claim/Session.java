package org.meritstream.walletsync.claim;

import java.time.Instant;
import java.util.UUID;

/** A browser that collected a credential: it may look after this one credential until the session ends. */
public record Session(String tenant, UUID learner, UUID credential, Instant expiresAt) {}
