package org.meritstream.walletsync.wallet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of the roster that a page needs. Personal data: never logged, never emitted.
 *
 * @param displayName as it stands on credentials
 * @param language BCP 47 tag the learner reads, if known
 * @param profiledAt by the roster's own time; the latest wins
 */
public record Profile(String displayName, @Nullable String language, Instant profiledAt) {}
