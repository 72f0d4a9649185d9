package org.meritstream.evidence.judgement;

import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.Collection;
import org.meritstream.events.CriterionStanding.Standing;

/**
 * How several standings make one, in three-valued logic: what can not be judged decides nothing that the others decide.
 *
 * @param met how many are met
 * @param open how many can not be judged
 * @param total how many there are
 */
record Tally(int met, int open, int total) {

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

    /** The standing of a whole that needs {@code count} of its parts. */
    Standing atLeast(int count) {
        if (met >= count) {
            return MET;
        }
        return met + open >= count ? UNDETERMINED : NOT_MET;
    }
}
