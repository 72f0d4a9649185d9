package org.meritstream.issuance.verification;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * What one verification may read: each address once, so many of them, and for so long altogether. A credential that names a hundred addresses
 * makes nobody ask a hundred times. For one thread.
 */
final class Reading implements Documents {
    private final Documents source;
    private final int most;
    private final long end;
    private final Map<Asked, Fetched> known = new HashMap<>();
    private final Map<Object, Object> made = new HashMap<>();

    /** @param longest from now on */
    Reading(Documents source, int most, Duration longest) {
        this.source = source;
        this.most = most;
        this.end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        Asked asked = new Asked(address, wanted);
        Fetched before = known.get(asked);
        if (before != null) {
            return before;
        }
        Fetched now = known.size() < most && System.nanoTime() < end
                ? source.read(address, wanted)
                : new Fetched.Missing("This credential asks for more look-ups than this service makes for one.");
        known.put(asked, now);
        return now;
    }

    @Override
    public <T> T once(Object key, Class<T> kind, Supplier<T> make) {
        Object before = made.get(key);
        if (before != null) {
            return kind.cast(before);
        }
        T now = make.get();
        made.put(key, now);
        return now;
    }
}
