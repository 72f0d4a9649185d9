package org.meritstream.issuance.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where documents of one kind differ, as a tree along their members; {@code *} stands for every element of an array. */
public final class Slots {
    private static final String EVERY = "*";

    private final Map<String, Slots> below = new HashMap<>();
    private @Nullable SlotKind kind;

    private Slots() {}

    /** Where one AchievementCredential differs from the next of the same achievement version. What else differs makes another shape. */
    public static Slots ofCredentials() {
        Slots slots = new Slots();
        slots.add(SlotKind.ADDRESS, "id");
        slots.add(SlotKind.TIME, "validFrom");
        slots.add(SlotKind.TIME, "awardedDate");
        slots.add(SlotKind.ADDRESS, "credentialSubject", "id");
        slots.add(SlotKind.TEXT, "credentialSubject", "identifier", EVERY, "identityHash");
        slots.add(SlotKind.TEXT, "credentialSubject", "identifier", EVERY, "salt");
        slots.add(SlotKind.TEXT, "credentialSubject", "result", EVERY, "value");
        slots.add(SlotKind.ADDRESS, "credentialSubject", "result", EVERY, "achievedLevel");
        slots.add(SlotKind.TEXT, "evidence", EVERY, "digestSRI");
        slots.add(SlotKind.ADDRESS, "credentialStatus", "id");
        slots.add(SlotKind.TEXT, "credentialStatus", "statusListIndex");
        return slots;
    }

    private void add(SlotKind of, String... path) {
        Slots at = this;
        for (String member : path) {
            at = at.below.computeIfAbsent(member, name -> new Slots());
        }
        at.kind = of;
    }

    /** What may stand here, or null where this is no slot. */
    @Nullable
    SlotKind kind() {
        return kind;
    }

    /** The slots within a member; null where everything in it is the same. */
    @Nullable
    Slots member(String name) {
        return below.get(name);
    }

    /** The slots within each element; null where everything in them is the same. */
    @Nullable
    Slots element() {
        return below.get(EVERY);
    }
}
