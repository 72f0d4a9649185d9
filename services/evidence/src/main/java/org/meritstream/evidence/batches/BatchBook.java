package org.meritstream.evidence.batches;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The batches of one turn: what was loaded, and what the turn makes of them and their awards. */
public final class BatchBook {
    private final Map<UUID, Batch> byId = new TreeMap<>();
    private final SortedMap<UUID, Batch> approved = new TreeMap<>();
    private final SortedMap<UUID, SortedMap<UUID, ItemOutcome>> outcomes = new TreeMap<>();

    public BatchBook(Collection<Batch> loaded) {
        loaded.forEach(batch -> byId.put(batch.id(), batch));
    }

    /** A batch of the tenant; null when it has none of that id. */
    public @Nullable Batch find(String tenant, UUID id) {
        Batch found = byId.get(id);
        return found != null && found.tenant().equals(tenant) ? found : null;
    }

    /** Records that a batch is approved. */
    public void approve(Batch batch) {
        byId.put(batch.id(), batch);
        approved.put(batch.id(), batch);
    }

    /** Records what became of an award of a batch. */
    public void outcome(UUID batch, UUID award, ItemOutcome outcome) {
        outcomes.computeIfAbsent(batch, id -> new TreeMap<>()).put(award, outcome);
    }

    /** What the turn approved. */
    public List<Batch> approved() {
        return List.copyOf(approved.values());
    }

    /** What the turn says of awards, by batch. */
    public SortedMap<UUID, SortedMap<UUID, ItemOutcome>> outcomes() {
        return outcomes;
    }
}
