package org.meritstream.evidence.restraints;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerKey;

/** The restraints of one turn: what was loaded, and what the turn makes of it. */
public final class RestraintBook {
    private final Map<UUID, Restraint> byId = new TreeMap<>();
    private final Set<UUID> changed = new TreeSet<>();

    public RestraintBook(Collection<Restraint> loaded) {
        loaded.forEach(restraint -> byId.put(restraint.id(), restraint));
    }

    /** A restraint of the tenant, holding or lifted; null when it has none of that id. */
    public @Nullable Restraint find(String tenant, UUID id) {
        Restraint found = byId.get(id);
        return found != null && found.scope().tenant().equals(tenant) ? found : null;
    }

    /** The pause of exactly this that holds, or null. */
    public @Nullable Restraint pauseOf(Restraint.Scope scope) {
        return byId.values().stream()
                .filter(restraint -> restraint.pauses(scope))
                .findFirst()
                .orElse(null);
    }

    /** What keeps a person, known by these ids, from being awarded an achievement: a hold before a pause; null when nothing does. */
    public @Nullable WithholdingReason restraining(List<LearnerKey> ids, String achievement) {
        return byId.values().stream()
                .filter(restraint -> restraint.restrains(ids, achievement))
                .map(Restraint::kind)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Records a restraint. */
    public void put(Restraint restraint) {
        byId.put(restraint.id(), restraint);
        changed.add(restraint.id());
    }

    /** What the turn has to store. */
    public List<Restraint> changed() {
        return byId.values().stream()
                .filter(restraint -> changed.contains(restraint.id()))
                .toList();
    }

    /** The tenants in which something changed for everybody. */
    public Set<String> tenantsChanged() {
        return changed().stream()
                .map(Restraint::scope)
                .filter(Restraint.Scope::isOnEverybody)
                .map(Restraint.Scope::tenant)
                .collect(Collectors.toSet());
    }
}
