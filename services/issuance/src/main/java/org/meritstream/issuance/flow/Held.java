package org.meritstream.issuance.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Line;

/** The credentials that a turn knows, as they are by now. */
final class Held {
    private final Map<UUID, HeldCredential> credentials = new HashMap<>();

    Held(Collection<HeldCredential> held) {
        held.forEach(this::put);
    }

    void put(HeldCredential credential) {
        credentials.put(credential.id(), credential);
    }

    @Nullable
    HeldCredential get(UUID id) {
        return credentials.get(id);
    }

    /** All of an award, the first first. */
    List<HeldCredential> of(UUID award) {
        return Line.of(credentials.values().stream()
                        .filter(credential -> credential.award().equals(award))
                        .toList())
                .credentials();
    }

    /** The newest of an award, or null where it has none. */
    @Nullable
    HeldCredential newest(UUID award) {
        List<HeldCredential> all = of(award);
        return all.isEmpty() ? null : all.getLast();
    }
}
