package org.meritstream.evidence.moves;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.meritstream.evidence.dossiers.Dossier.Outcome;

/** What being judged by a later version instead means for somebody. Criteria are the same where they have the same id. */
public final class EffectDecision {
    private EffectDecision() {}

    /**
     * Compares.
     *
     * @param before by the version that is left
     * @param after by the later version, on the same facts
     */
    public static Effect decide(Standing before, Standing after) {
        Set<String> gained = new TreeSet<>(after.met());
        gained.removeAll(before.met());
        Set<String> lost = new TreeSet<>(before.met());
        lost.retainAll(after.asked());
        lost.removeAll(after.met());
        boolean earned = before.outcome() == Outcome.EARNED;
        boolean earns = after.outcome() == Outcome.EARNED;
        return new Effect(List.copyOf(gained), List.copyOf(lost), earns && !earned, earned && !earns);
    }
}
