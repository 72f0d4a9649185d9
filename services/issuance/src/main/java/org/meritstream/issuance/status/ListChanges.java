package org.meritstream.issuance.status;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one turn changes in status lists: collected while it is readied, and signed once ({@link StatusLists#signedAnew}). A list that is named is signed
 * anew, whether or not a bit of it changes.
 */
public final class ListChanges {
    private final Map<String, Changes> byList = new TreeMap<>();

    /** To be signed anew, with the bits that it has. */
    public void renew(String list) {
        of(list);
    }

    /** Its credentials may be suspended from now on, so it gets its second half. */
    public void suspends(String list) {
        of(list).suspends = true;
    }

    /** Set for ever. Whether it is suspended stays as it is, so that whoever has one of the two lists of before never finds neither bit set. */
    public void revoke(StatusEntry entry) {
        of(entry.list()).revoked.add(entry.index());
    }

    /** Set until {@link #reinstate}; of the same entry the last word of a turn counts. */
    public void suspend(StatusEntry entry) {
        set(entry, true);
    }

    /** Cleared. */
    public void reinstate(StatusEntry entry) {
        set(entry, false);
    }

    private void set(StatusEntry entry, boolean suspended) {
        suspends(entry.list());
        of(entry.list()).suspended.put(entry.index(), suspended);
    }

    /** These, and what else a turn changes. */
    public void add(ListChanges more) {
        more.byList.forEach((list, changes) -> of(list).add(changes));
    }

    /** The ids of the lists that are to be signed, in their order. */
    Set<String> lists() {
        return byList.keySet();
    }

    /** What a list says with them. */
    ListBits after(String list, ListBits before) {
        Changes changes = of(list);
        return new ListBits(before.revoked().with(changes.revoked), changes.suspended(before.suspended()));
    }

    private Changes of(String list) {
        return byList.computeIfAbsent(list, id -> new Changes());
    }

    /** Of one list. */
    private static final class Changes {
        private final Set<Integer> revoked = new HashSet<>();
        private final Map<Integer, Boolean> suspended = new HashMap<>();
        private boolean suspends;

        private void add(Changes more) {
            revoked.addAll(more.revoked);
            suspended.putAll(more.suspended);
            suspends |= more.suspends;
        }

        private @Nullable Bitstring suspended(@Nullable Bitstring before) {
            if (before == null && !suspends) {
                return null;
            }
            Bitstring bits = before == null ? Bitstring.empty() : before;
            return bits.with(indexes(true)).without(indexes(false));
        }

        private Collection<Integer> indexes(boolean set) {
            return suspended.entrySet().stream()
                    .filter(entry -> entry.getValue() == set)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
