package org.meritstream.assessment.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.AssessmentConfig;

/**
 * The sources in memory, so that a delivery needs no round trip to the database. What is older than the configured time is read again in
 * the background; while the database is away the last known sources stay in force, for the intake needs only the log.
 */
@ApplicationScoped
public class SourceDirectory {
    private record Key(String tenant, String id) {}

    private record Snapshot(Map<Key, Source> sources, long readAt) {}

    private final Supplier<Uni<List<Source>>> reader;
    private final long freshFor;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
    private final AtomicReference<@Nullable Uni<Snapshot>> reading = new AtomicReference<>();
    private final AtomicLong changes = new AtomicLong();

    @Inject
    public SourceDirectory(Sources sources, AssessmentConfig config) {
        this(sources::all, config.assessment().sourcesFreshFor(), System::nanoTime);
    }

    SourceDirectory(Supplier<Uni<List<Source>>> reader, Duration freshFor, LongSupplier nanoTime) {
        this.reader = reader;
        this.freshFor = freshFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The source, or nothing when the tenant has none of that name. Fails only when no source could ever be read. */
    public Uni<Optional<Source>> find(String tenant, String id) {
        Key key = new Key(tenant, id);
        Snapshot known = current.get();
        if (known == null) {
            return read().map(snapshot -> Optional.ofNullable(snapshot.sources().get(key)));
        }
        Optional<Source> source = Optional.ofNullable(known.sources().get(key));
        if (nanoTime.getAsLong() - known.readAt() < freshFor) {
            return Uni.createFrom().item(source);
        }
        Uni<Snapshot> renewed = read().onFailure().recoverWithItem(known);
        if (source.isPresent()) {
            renewed.subscribe().with(ignored -> {});
            return Uni.createFrom().item(source);
        }
        return renewed.map(snapshot -> Optional.ofNullable(snapshot.sources().get(key)));
    }

    /** Forgets what is known, after a change made here; a reading that began before it does not count. */
    public void forget() {
        changes.incrementAndGet();
        current.set(null);
        reading.set(null);
    }

    /** One reading at a time, shared by all who wait. */
    private Uni<Snapshot> read() {
        Uni<Snapshot> underWay = reading.get();
        if (underWay != null) {
            return underWay;
        }
        long before = changes.get();
        Uni<Snapshot> started = reader.get()
                .map(this::snapshot)
                .invoke(snapshot -> keep(snapshot, before))
                .onTermination()
                .invoke(() -> reading.set(null))
                .memoize()
                .indefinitely();
        reading.set(started);
        return started;
    }

    private void keep(Snapshot snapshot, long before) {
        if (changes.get() == before) {
            current.set(snapshot);
        }
    }

    private Snapshot snapshot(List<Source> sources) {
        Map<Key, Source> byKey = new HashMap<>();
        sources.forEach(source -> byKey.put(new Key(source.tenant(), source.id()), source));
        return new Snapshot(byKey, nanoTime.getAsLong());
    }
}
