package org.meritstream.issuance.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Write;

/**
 * What a turn guards of the lines that it changes. An award may be withdrawn by one replica while another issues its credential anew: both lock the
 * award, and each asks when it stores whether what it saw is still so. Pure.
 */
final class Lines {
    private final SortedSet<UUID> extended = new TreeSet<>();
    private final Map<UUID, Integer> ended = new HashMap<>();

    /** One of the award is issued anew. */
    void extended(UUID award) {
        extended.add(award);
    }

    /** The award was withdrawn, and these are its credentials. */
    void ended(UUID award, List<HeldCredential> all) {
        long reissued = all.stream().filter(one -> one.reissue() != null).count();
        ended.putIfAbsent(award, Math.toIntExact(reissued));
    }

    /** What the turn has to lock, and to ask before it writes. */
    void into(Turn<Write> turn) {
        extended.forEach(award -> turn.lock(Credentials.line(award)));
        ended.keySet().forEach(award -> turn.lock(Credentials.line(award)));
        if (!extended.isEmpty()) {
            turn.write(Withdrawals.stillStanding(extended));
        }
        if (!ended.isEmpty()) {
            int seen = ended.values().stream().mapToInt(Integer::intValue).sum();
            turn.write(Credentials.noMore(ended.keySet(), seen));
        }
    }
}
