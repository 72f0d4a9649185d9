package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ExpireCredential;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.ExpireDecision;
import org.meritstream.issuance.credential.ExpireDecision.Outcome;
import org.meritstream.issuance.credential.Expiry;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Timers;
import org.meritstream.log.postgres.Write;

/** The ends of a turn's credentials: their timers, and those that are over. Pure. */
final class Ends {
    private final Map<String, Timer> timers = new LinkedHashMap<>();
    private final SortedSet<String> cancelled = new TreeSet<>();
    private final List<HeldCredential> over = new ArrayList<>();

    /** A credential was issued. */
    void issued(HeldCredential credential) {
        Expiry.of(credential).ifPresent(timer -> timers.put(timer.name(), timer));
    }

    /** A credential was revoked: nothing is left to be told of its end. */
    void revoked(HeldCredential credential) {
        if (credential.validUntil() != null) {
            timers.remove(Expiry.name(credential.id()));
            cancelled.add(Expiry.name(credential.id()));
        }
    }

    /** The credential as it is now, where it is over by this. */
    Optional<HeldCredential> fellDue(Inbound event, ExpireCredential command, @Nullable HeldCredential credential) {
        return switch (ExpireDecision.decide(credential, command.tenant(), event.time())) {
            case Outcome.Expire expire -> {
                over.add(expire.credential());
                yield Optional.of(expire.credential());
            }
            case Outcome.AlreadyExpired ignored -> Optional.empty();
            case Outcome.AlreadyRevoked ignored -> Optional.empty();
            case Outcome.StillValid ignored -> Optional.empty();
            case Outcome.Unknown ignored -> Optional.empty();
        };
    }

    /** What the turn has to store before revocations: they cancel what is not over yet. */
    void into(Turn<Write> turn) {
        Timers.writes(Announcement.SERVICE, timers.values(), cancelled).forEach(turn::write);
        if (!over.isEmpty()) {
            turn.write(Credentials.expire(over));
        }
    }
}
