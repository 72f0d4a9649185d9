package org.meritstream.assessment.intake;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.AssessmentConfig;
import org.meritstream.assessment.source.Source;

/**
 * The keys that verify a source's deliveries: given inline, or fetched from an address and kept. Canvas publishes the previous, current
 * and next key and rotates monthly, so a fetch is due only for a key that is not known, once a minute at most; when it fails the old
 * keys stay.
 */
@ApplicationScoped
public class KeySets {
    private record Fetched(@Nullable JWKSet keys, long at) {}

    private final Function<URI, Uni<String>> fetch;
    private final long againAfter;
    private final LongSupplier nanoTime;
    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final Map<URI, Uni<Fetched>> underWay = new ConcurrentHashMap<>();

    @Inject
    public KeySets(KeySetFetch fetch, AssessmentConfig config) {
        this(fetch::get, config.assessment().keysAgainAfter(), System::nanoTime);
    }

    KeySets(Function<URI, Uni<String>> fetch, Duration againAfter, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.againAfter = againAfter.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The source's keys could not be fetched even once: nothing can be verified yet. */
    static final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeysUnavailable() {
            super("The key set of a source can not be fetched");
        }
    }

    /** The key of a name; nothing when the set lacks it. Fails with {@link KeysUnavailable} while no set could be fetched at all. */
    Uni<Optional<JWK>> find(Source source, String kid) {
        URI address = source.keysAt();
        if (address == null) {
            return Uni.createFrom().item(key(source.keys(), kid));
        }
        Fetched known = fetched.get(address);
        boolean due = known == null || nanoTime.getAsLong() - known.at() >= againAfter;
        if (known != null && (!due || key(known.keys(), kid).isPresent())) {
            return Uni.createFrom().item(known).map(set -> keyOrUnavailable(set, kid));
        }
        return underWay.computeIfAbsent(address, this::fetch).map(set -> keyOrUnavailable(set, kid));
    }

    private static Optional<JWK> keyOrUnavailable(Fetched set, String kid) {
        if (set.keys() == null) {
            throw new KeysUnavailable();
        }
        return key(set.keys(), kid);
    }

    /** One fetch at a time for an address, shared by all who wait for it. */
    private Uni<Fetched> fetch(URI address) {
        return fetch.apply(address)
                .map(KeySets::parse)
                .onFailure()
                .recoverWithNull()
                .map(keys -> keep(address, keys))
                .onTermination()
                .invoke(() -> underWay.remove(address))
                .memoize()
                .indefinitely();
    }

    private Fetched keep(URI address, @Nullable JWKSet keys) {
        Fetched old = fetched.get(address);
        JWKSet kept = keys != null || old == null ? keys : old.keys();
        Fetched now = new Fetched(kept, nanoTime.getAsLong());
        fetched.put(address, now);
        return now;
    }

    private static JWKSet parse(String json) {
        try {
            return JWKSet.parse(json).toPublicJWKSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWK set", e);
        }
    }

    private static Optional<JWK> key(@Nullable JWKSet keys, String kid) {
        return keys == null ? Optional.empty() : Optional.ofNullable(keys.getKeyByKeyId(kid));
    }
}
