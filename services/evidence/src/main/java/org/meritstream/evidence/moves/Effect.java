package org.meritstream.evidence.moves;

import java.util.List;

/**
 * What a move means for somebody.
 *
 * @param gained ids of criteria of the later version that are met and were not met before
 * @param lost ids of criteria that were met and are not met by the later version, which has them too
 * @param earns whether the later version would be earned and the former is not
 * @param forfeits whether the former is earned and the later would not be
 */
public record Effect(List<String> gained, List<String> lost, boolean earns, boolean forfeits) {

    /** Whether anything is met now that was not. */
    public boolean gains() {
        return earns || !gained.isEmpty();
    }

    /** Whether anything is no longer met that was. */
    public boolean loses() {
        return forfeits || !lost.isEmpty();
    }
}
