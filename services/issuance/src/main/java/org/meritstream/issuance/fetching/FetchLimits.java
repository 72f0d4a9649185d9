package org.meritstream.issuance.fetching;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How far a fetch goes.
 *
 * @param largest bytes of a body
 * @param longest from the first look-up to the last byte, redirects included
 * @param plainHosts names that are read over plain HTTP, wherever they lead: for a demonstration on one machine, and empty elsewhere
 */
public record FetchLimits(int largest, Duration longest, Set<String> plainHosts) {
    public FetchLimits {
        if (largest < 1 || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("A fetch has a size and a time: " + largest + ", " + longest);
        }
        plainHosts = Set.copyOf(plainHosts);
    }

    boolean plain(String host) {
        return plainHosts.contains(host.toLowerCase(Locale.ROOT));
    }
}
