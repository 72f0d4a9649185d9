package org.meritstream.issuance.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Write;

/**
 * What a turn guards of the lines that it changes. An award may be withdrawn by one replica while another issues its credential, because what it waited
 * for has come or because it is issued anew: both lock the award, and each asks when it stores whether what it saw is still so. Pure.
 */
final class Lines {
    private final SortedSet<UUID> extended = new TreeSet<>();
    private final Map<UUID, Long> ended = new HashMap<>();

    /** One of the award is issued, by whoever does not read what becomes of the award. */
    void extended(UUID award) {
        extended.add(award);
    }

    /** The award was withdrawn; before this turn it had so many credentials. */
    void ended(UUID award, long before) {
        ended.putIfAbsent(award, before);
    }

    /** What the turn has to lock, and to ask before it writes. */
    void into(Turn<Write> turn) {
        extended.forEach(award -> turn.lock(Credentials.line(award)));
        ended.keySet().forEach(award -> turn.lock(Credentials.line(award)));
        if (!extended.isEmpty()) {
            turn.write(Withdrawals.stillStanding(extended));
        }
        if (!ended.isEmpty()) {
            long seen = ended.values().stream().mapToLong(Long::longValue).sum();
            turn.write(Credentials.noMore(ended.keySet(), Math.toIntExact(seen)));
        }
    }
}
