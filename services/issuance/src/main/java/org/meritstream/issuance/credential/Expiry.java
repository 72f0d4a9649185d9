package org.meritstream.issuance.credential;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.meritstream.events.ExpireCredential;
import org.meritstream.log.Timer;

/** The timer of a credential whose validity ends (docs/adr/0042). Pure. */
public final class Expiry {
    static final String PREFIX = "expire-credential/";

    private Expiry() {}

    /** Falls due when the credential is over; none where it does not end, or nothing is left to be told of its end. */
    public static Optional<Timer> of(HeldCredential credential) {
        Instant until = credential.validUntil();
        return until == null || credential.expiredAt() != null || credential.revokedAt() != null
                ? Optional.empty()
                : Optional.of(timer(credential.tenant(), credential.id(), credential.learner(), until));
    }

    static Timer timer(String tenant, UUID credential, UUID learner, Instant until) {
        return new Timer(name(credential), until, new ExpireCredential(tenant, credential, learner, until));
    }

    /** The timer's name. */
    public static String name(UUID credential) {
        return PREFIX + credential;
    }
}
