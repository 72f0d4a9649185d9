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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.SuspendDecision;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Contended;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What a replica decided on a credential that another has changed since is not stored: it decides again. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SeenStandingIT {
    private static final Instant LATER = Story.START.plusSeconds(36_000);

    @Inject
    BatchHandler handler;

    @Inject
    Credentials credentials;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @Test
    void revokesNoneThatWasSuspendedMeanwhile() {
        Story story = begun("seen-suspended");
        Revoke seen = new Revoke(held(story), RevocationReason.ISSUED_IN_ERROR, LATER);

        handle(story.suspend(id(story), 1, SuspensionReason.UNDER_REVIEW, 40));

        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.revoke(List.of(seen)))))
                .isInstanceOf(Contended.class);
        assertThat(held(story).revokedAt()).isNull();
    }

    @Test
    void revokesNoneThatWasReinstatedMeanwhile() {
        Story story = begun("seen-reinstated");
        handle(story.suspend(id(story), 1, SuspensionReason.UNDER_REVIEW, 40));
        Revoke seen = new Revoke(held(story), RevocationReason.ISSUED_IN_ERROR, LATER);

        handle(story.reinstate(id(story), 1, 41));

        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.revoke(List.of(seen)))))
                .isInstanceOf(Contended.class);
    }

    @Test
    void suspendsNoneThatIsOverMeanwhile() {
        Story story = begun("seen-over");
        HeldCredential seen = ((SuspendDecision.Outcome.Suspend)
                        SuspendDecision.decide(held(story), story.tenant(), SuspensionReason.UNDER_REVIEW, LATER))
                .suspended();

        handle(story.expire(id(story), 1, Instant.parse("2028-11-20T10:10:00Z")));

        assertThat(held(story).expiredAt()).isNotNull();
        assertThatThrownBy(() -> database.inTransaction(List.of(Credentials.suspend(List.of(seen)))))
                .isInstanceOf(Contended.class);
    }

    private Story begun(String tenant) {
        founding.found(tenant);
        Story story = new Story(tenant);
        handle(story.chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        handle(story.publishedFor(24, 1), story.profiled(1, "Amina Yilmaz", 3), story.conferred(1, 10));
        return story;
    }

    private UUID id(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
    }

    private HeldCredential held(Story story) {
        return requireNonNull(credentials.load(List.of(id(story)), List.of()).get(id(story)));
    }

    private void handle(Event<?>... events) {
        handler.handle(log.deliver(List.of(events)));
    }
}
