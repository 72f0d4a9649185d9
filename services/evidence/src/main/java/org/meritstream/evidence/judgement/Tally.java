package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.Collection;
import java.util.Comparator;
import org.meritstream.events.CriterionStanding.Standing;

/**
 * How several standings make one, in three-valued logic: what can not be judged decides nothing that the others decide.
 *
 * @param met how many are met
 * @param open how many can not be judged
 * @param total how many there are
 */
record Tally(int met, int open, int total) {

    /** By how far each is on the way to being met. */
    static final Comparator<Standing> FURTHEST_FIRST =
            Comparator.comparingInt(Tally::way).reversed();

    static Tally of(Collection<Standing> standings) {
        int met = 0;
        int open = 0;
        for (Standing standing : standings) {
            switch (standing) {
                case MET -> met++;
                case UNDETERMINED -> open++;
                case NOT_MET -> {}
            }
        }
        return new Tally(met, open, standings.size());
    }

    /** Whether one standing is further on the way to being met than another. */
    static boolean further(Standing one, Standing other) {
        return FURTHEST_FIRST.compare(one, other) < 0;
    }

    private static int way(Standing standing) {
        return switch (standing) {
            case NOT_MET -> 0;
            case UNDETERMINED -> 1;
            case MET -> 2;
        };
    }

    /** The standing of a whole that needs {@code count} of its parts. */
    Standing atLeast(int count) {
        if (met >= count) {
            return MET;
        }
        return met + open >= count ? UNDETERMINED : NOT_MET;
    }
}
