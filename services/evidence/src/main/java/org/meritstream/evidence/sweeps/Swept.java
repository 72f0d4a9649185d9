package org.meritstream.evidence.sweeps;

import java.util.UUID;

/**
 * An award of a slice.
 *
 * @param learner the person it was made to
 */
public record Swept(UUID award, UUID learner) {}
