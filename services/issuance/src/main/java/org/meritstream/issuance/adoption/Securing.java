package org.meritstream.issuance.adoption;

import java.time.Instant;
import java.util.UUID;

/**
 * One way in which a published credential is secured, as the table of that name keeps it.
 *
 * @param suite the cryptosuite of an embedded proof
 */
public record Securing(UUID credential, String suite, Instant created, String verificationMethod, String value) {}
