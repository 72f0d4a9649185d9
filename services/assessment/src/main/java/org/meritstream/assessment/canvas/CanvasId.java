package org.meritstream.assessment.canvas;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of Canvas. The same learner is {@code 21070000000000048} in one event and {@code "48"} in another: a global id is the shard times
 * 10^13 plus the local id, and changes when a shard migrates. The local id stays.
 */
final class CanvasId {
    private static final BigInteger SHARD = BigInteger.TEN.pow(13);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,25}");

    private CanvasId() {}

    /** The local id, or null when the text is no id. */
    static @Nullable String local(@Nullable String id) {
        if (id == null || !DIGITS.matcher(id).matches()) {
            return null;
        }
        BigInteger local = new BigInteger(id).mod(SHARD);
        return local.signum() == 0 ? null : local.toString();
    }
}
