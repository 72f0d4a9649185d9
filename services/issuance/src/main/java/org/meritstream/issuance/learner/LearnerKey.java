package org.meritstream.issuance.learner;

import java.util.UUID;

/** A learner of a tenant. */
public record LearnerKey(String tenant, UUID learner) {}
