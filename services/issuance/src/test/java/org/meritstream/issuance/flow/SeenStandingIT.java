package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.log.Contended;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What a replica decided on a credential that another has changed since is not stored: it decides again. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SeenStandingIT {
    private static final Instant LATER = Story.START.plusSeconds(36_000);

    @Inject
    Issuing issuing;

    @Inject
    Credentials credentials;

    @Inject
    Database database;

    @Test
    void revokesNoneThatWasSuspendedMeanwhile() {
        Story story = issuing.suspendable("seen-suspended", 1);
        Revoke seen = new Revoke(held(story), RevocationReason.ISSUED_IN_ERROR, LATER);

        issuing.handle(story.suspend(issuing.id(story, 1), 1, SuspensionReason.UNDER_REVIEW, 40));

        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.revoke(List.of(seen)))))
                .isInstanceOf(Contended.class);
        assertThat(held(story).revokedAt()).isNull();
    }

    @Test
    void revokesNoneThatWasReinstatedMeanwhile() {
        Story story = issuing.suspendable("seen-reinstated", 1);
        issuing.handle(story.suspend(issuing.id(story, 1), 1, SuspensionReason.UNDER_REVIEW, 40));
        Revoke seen = new Revoke(held(story), RevocationReason.ISSUED_IN_ERROR, LATER);

        issuing.handle(story.reinstate(issuing.id(story, 1), 1, 41));

        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.revoke(List.of(seen)))))
                .isInstanceOf(Contended.class);
    }

    @Test
    void suspendsNoneThatIsOverMeanwhile() {
        Story story = issuing.suspendable("seen-over", 1);
        HeldCredential seen = ((SuspendDecision.Outcome.Suspend)
                        SuspendDecision.decide(held(story), story.tenant(), SuspensionReason.UNDER_REVIEW, LATER))
                .suspended();

        issuing.handle(story.expire(issuing.id(story, 1), 1, Instant.parse("2028-11-20T10:11:00Z")));

        assertThat(held(story).expiredAt()).isNotNull();
        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.suspend(List.of(seen)))))
                .isInstanceOf(Contended.class);
    }

    private HeldCredential held(Story story) {
        return requireNonNull(
                credentials.load(List.of(issuing.id(story, 1)), List.of()).get(issuing.id(story, 1)));
    }
}
