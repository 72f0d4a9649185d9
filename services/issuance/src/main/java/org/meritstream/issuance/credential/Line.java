package org.meritstream.issuance.credential;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Reissue;
import org.meritstream.events.ReissueReason;

/**
 * The signed credentials of one award, each but the first in the place of the one before it.
 *
 * @param credentials the first first
 */
public record Line(List<HeldCredential> credentials) {
    public Line {
        credentials = List.copyOf(credentials);
    }

    /** Puts them in order, whatever of them is there. */
    public static Line of(Collection<HeldCredential> ofOneAward) {
        List<HeldCredential> ordered = new ArrayList<>();
        List<HeldCredential> signed =
                ofOneAward.stream().filter(HeldCredential::signed).toList();
        HeldCredential next = signed.stream()
                .filter(credential -> credential.reissue() == null)
                .findFirst()
                .orElse(null);
        while (next != null) {
            ordered.add(next);
            next = after(next, signed);
        }
        return new Line(ordered);
    }

    private static @Nullable HeldCredential after(HeldCredential former, List<HeldCredential> all) {
        return all.stream()
                .filter(other -> other.reissue() != null && other.reissue().of().equals(former.id()))
                .findFirst()
                .orElse(null);
    }

    /** One of them, or null. */
    public @Nullable HeldCredential credential(UUID id) {
        return credentials.stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What took its place, or null. */
    @Nullable
    HeldCredential after(HeldCredential former) {
        return after(former, credentials);
    }

    /** The one that nothing took the place of. */
    public HeldCredential newest() {
        return credentials.getLast();
    }

    /** Those that are shown: from the last correction on. */
    List<HeldCredential> shown() {
        int first = 0;
        for (int i = 0; i < credentials.size(); i++) {
            Reissue reissue = credentials.get(i).reissue();
            if (reissue != null && reissue.reason() == ReissueReason.CORRECTED) {
                first = i;
            }
        }
        return credentials.subList(first, credentials.size());
    }

    /** Those that are not revoked. */
    List<HeldCredential> standing() {
        return credentials.stream()
                .filter(credential -> credential.revokedAt() == null)
                .toList();
    }
}
