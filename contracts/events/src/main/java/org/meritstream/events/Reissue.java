package org.meritstream.events;

import java.util.UUID;

/**
 * That a credential takes the place of another of the same award.
 *
 * @param of the other
 */
public record Reissue(UUID of, ReissueReason reason) {}
