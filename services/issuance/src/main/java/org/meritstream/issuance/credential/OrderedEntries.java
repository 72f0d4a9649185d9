package org.meritstream.issuance.credential;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.issuance.credential.Minting.Order;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;

/** The status entries of what a batch mints, a statement or two for each tenant however much it is. */
final class OrderedEntries {
    private final StatusLists lists;

    OrderedEntries(StatusLists lists) {
        this.lists = lists;
    }

    /** By credential. What was recorded keeps its own. */
    Map<UUID, StatusEntry> of(List<Order> orders, Map<UUID, HeldCredential> recorded) {
        Map<UUID, StatusEntry> entries = new HashMap<>();
        Map<String, List<Order>> byTenant = orders.stream()
                .collect(Collectors.groupingBy(
                        order -> order.issuer().issuer().tenant(), LinkedHashMap::new, Collectors.toList()));
        byTenant.values().forEach(all -> {
            entries.putAll(kept(all, recorded));
            entries.putAll(taken(all.stream()
                    .filter(order -> !recorded.containsKey(order.credential()))
                    .toList()));
        });
        return entries;
    }

    /** What a crash left recorded and not signed is written anew, perhaps by another choice of its tenant. */
    private Map<UUID, StatusEntry> kept(List<Order> all, Map<UUID, HeldCredential> recorded) {
        SigningIssuer issuer = all.getFirst().issuer();
        Map<UUID, StatusEntry> kept = all.stream()
                .flatMap(order -> Stream.ofNullable(recorded.get(order.credential())))
                .collect(Collectors.toMap(HeldCredential::id, HeldCredential::status));
        if (!kept.isEmpty() && issuer.profile().suspends()) {
            lists.suspending(issuer, kept.values());
        }
        return kept;
    }

    private Map<UUID, StatusEntry> taken(List<Order> fresh) {
        Map<UUID, StatusEntry> taken = new HashMap<>();
        if (!fresh.isEmpty()) {
            Order first = fresh.getFirst();
            Iterator<StatusEntry> next =
                    lists.take(first.issuer(), fresh.size(), first.at()).iterator();
            fresh.forEach(order -> taken.put(order.credential(), next.next()));
        }
        return taken;
    }
}
