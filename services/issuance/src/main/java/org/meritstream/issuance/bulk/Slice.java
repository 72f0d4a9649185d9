package org.meritstream.issuance.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next credentials of a bulk operation, in the order of their ids.
 *
 * @param last whether no more follow
 * @param reached up to which id everything was looked at
 * @param documents whether these are endorsements and learner records, which come after the credentials that a key signed
 */
public record Slice(Bulk bulk, List<Item> items, boolean last, UUID reached, boolean documents) {
    /** What comes after every id. */
    public static final UUID END = new UUID(-1, -1);

    public Slice {
        items = List.copyOf(items);
    }

    /** One of credentials. */
    public Slice(Bulk bulk, List<Item> items, boolean last, UUID reached) {
        this(bulk, items, last, reached, false);
    }

    /**
     * A credential.
     *
     * @param award and learner are null of one that was named and is not there
     */
    public record Item(
            UUID credential, @Nullable UUID award, @Nullable UUID learner) {}

    /** The last of the credentials, where something else comes after them. */
    Slice goingOn() {
        return new Slice(bulk, items, false, END);
    }

    /** Up to where no second credential of an award follows: what becomes of one decides what becomes of the other. */
    Slice apart() {
        Set<UUID> awards = new HashSet<>();
        List<Item> apart = new ArrayList<>();
        for (Item item : items) {
            if (item.award() != null && !awards.add(item.award())) {
                return new Slice(bulk, apart, false, apart.getLast().credential());
            }
            apart.add(item);
        }
        return this;
    }
}
