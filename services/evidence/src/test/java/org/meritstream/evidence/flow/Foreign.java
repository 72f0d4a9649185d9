package org.meritstream.evidence.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.LapseReason;
import org.meritstream.events.Rule;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;

/** A credential of another issuer, as issuance tells of it. */
record Foreign(
        String tenant,
        UUID learner,
        UUID credential,
        @Nullable Instant until) {
    static final String ISSUER = "did:web:badges.southfield.example:issuers:southfield";
    static final String MAPS = "https://badges.southfield.example/achievements/southfield.maps/1";

    static Foreign of(String tenant, UUID learner, UUID credential) {
        return new Foreign(tenant, learner, credential, null);
    }

    static Rule rule() {
        return new Rule.Credential(MAPS, ISSUER);
    }

    Foreign until(Instant end) {
        return new Foreign(tenant, learner, credential, end);
    }

    /** It is held, from the request that brought it. */
    Inbound verified(Instant at) {
        return verified(credential, at);
    }

    /** What a request came to. */
    Inbound verified(UUID request, Instant at) {
        return verified(request, ISSUER, at);
    }

    /** The same achievement, said by somebody else. */
    Inbound verifiedOf(String issuer, Instant at) {
        return verified(credential, issuer, at);
    }

    private Inbound verified(UUID request, String issuer, Instant at) {
        return Happenings.inbound(
                new CredentialVerified(tenant, request, credential, learner, issuer, MAPS, null, null, until, at), at);
    }

    /** Its issuer took it back. */
    Inbound lapsed(Instant at) {
        return Happenings.inbound(
                new CredentialLapsed(tenant, credential, learner, ISSUER, MAPS, LapseReason.REVOKED, at), at);
    }

    static Instant minute(int number) {
        return Fixtures.MORNING.plusSeconds(60L * number);
    }
}
