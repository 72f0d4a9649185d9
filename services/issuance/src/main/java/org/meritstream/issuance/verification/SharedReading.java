package org.meritstream.issuance.verification;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * What several verifications read together: an issuer's keys and its status list once for all that name them, for so long altogether, and with no
 * more kept than there is room for. For several threads; who asks for what another is reading waits for it.
 */
final class SharedReading implements Documents {
    static final String OVER = "The time for all of these together was over before its turn came.";

    private final Documents source;
    private final long end;
    private final AtomicLong room;
    private final Map<Asked, CompletableFuture<Fetched>> known = new ConcurrentHashMap<>();

    /**
     * @param longest from now on
     * @param room bytes of documents that are kept
     */
    SharedReading(Documents source, Duration longest, long room) {
        this.source = source;
        this.end = System.nanoTime() + longest.toNanos();
        this.room = new AtomicLong(room);
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        Asked asked = new Asked(address, wanted);
        CompletableFuture<Fetched> mine = new CompletableFuture<>();
        CompletableFuture<Fetched> others = known.putIfAbsent(asked, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Fetched now = System.nanoTime() < end ? source.read(address, wanted) : new Fetched.Missing(OVER);
            mine.complete(now);
            if (now instanceof Fetched.Found found
                    && room.addAndGet(-found.body().length()) < 0) {
                room.addAndGet(found.body().length());
                known.remove(asked);
            }
            return now;
        } finally {
            // Whoever waits is not left waiting by what nobody foresaw.
            mine.complete(new Fetched.Missing("It could not be read."));
        }
    }
}
