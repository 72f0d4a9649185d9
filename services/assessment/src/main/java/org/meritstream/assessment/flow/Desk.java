package org.meritstream.assessment.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.delivery.DeliveryBook;
import org.meritstream.assessment.delivery.Told;
import org.meritstream.assessment.learner.AccountBook;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.learner.RosterBook;

/**
 * The working set of one turn, on which its events are decided one after the other, each building on those before it. It belongs to one
 * call of {@link AssessmentWork#decide}.
 */
public final class Desk {
    private final Map<UUID, List<Told>> told;
    private final Map<List<String>, SourceRule> sources = new HashMap<>();
    private final AccountBook accounts;
    private final RosterBook roster;
    private final DeliveryBook deliveries;
    private final LearnerIds ids;
    private final SortedSet<String> locks = new TreeSet<>();

    Desk(Loaded loaded, LearnerIds ids) {
        this.told = loaded.told();
        loaded.sources().forEach(source -> sources.put(List.of(source.tenant(), source.id()), source));
        this.accounts = new AccountBook(loaded.accounts());
        this.roster = new RosterBook(loaded.profiles());
        this.deliveries = new DeliveryBook(loaded.taken(), loaded.deliveries(), loaded.unjoined());
        this.ids = ids;
        loaded.contested().forEach(this::contest);
    }

    /** What a delivery says. */
    public List<Told> told(UUID delivery) {
        return told.getOrDefault(delivery, List.of());
    }

    /** The rule of a source, or null when there is no such source any more. */
    public @Nullable SourceRule source(String tenant, String id) {
        return sources.get(List.of(tenant, id));
    }

    public AccountBook accounts() {
        return accounts;
    }

    public RosterBook roster() {
        return roster;
    }

    public DeliveryBook deliveries() {
        return deliveries;
    }

    public LearnerIds ids() {
        return ids;
    }

    /** Nobody else may wait for an address, or bring it, at the same moment. */
    public void contest(UUID emailKey) {
        locks.add("email:" + emailKey);
    }

    Set<String> locks() {
        return locks;
    }
}
