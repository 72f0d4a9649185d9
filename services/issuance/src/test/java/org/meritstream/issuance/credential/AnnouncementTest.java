package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.log.Emission;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

class AnnouncementTest {
    private static final Instant FINE = Instant.parse("2026-11-20T10:15:31.123456789Z");
    private static final Instant WHOLE = Instant.parse("2026-11-20T10:15:31Z");
    private static final UUID FEED_ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000feed");

    @Test
    void tellsTheFeedNoFinerTimeThanWholeSeconds() {
        List<Message> issued = Announcement.issued(cause(), held(), FEED_ID);
        List<Message> revoked =
                Announcement.revoked(cause(), new Revoke(held(), RevocationReason.ISSUED_IN_ERROR, FINE), FEED_ID);

        for (Event<?> entry : List.of(read(issued.get(2)), read(revoked.get(2)))) {
            FeedEntry told = (FeedEntry) entry.data();
            assertThat(List.of(entry.header().time(), told.issuedAt(), told.updatedAt()))
                    .containsOnly(WHOLE);
        }
    }

    @Test
    void tellsTheFeedWhyItWasRevoked() {
        Revoke revocation = new Revoke(held(), RevocationReason.MISCONDUCT, FINE);

        assertThat(entry(Announcement.revoked(cause(), revocation, FEED_ID)).revocationReason())
                .isEqualTo(RevocationReason.MISCONDUCT);
        assertThat(entry(Announcement.issued(cause(), held(), FEED_ID)).revocationReason())
                .isNull();
    }

    @Test
    void tellsThatItIsOverAndTheFeedThatToo() {
        HeldCredential over = held().expired(FINE);

        List<Message> told = Announcement.expired(cause(), over, FEED_ID);
        FeedEntry entry = (FeedEntry) read(told.get(1)).data();

        assertThat(((CredentialExpired) read(told.get(0)).data()).expiredAt()).isEqualTo(FINE);
        assertThat(entry.expired()).isTrue();
        assertThat(entry.state()).isEqualTo(CredentialState.ISSUED);
        assertThat(entry.updatedAt()).isEqualTo(WHOLE);
        assertThat(entry(Announcement.issued(cause(), held(), FEED_ID)).expired())
                .isNull();
    }

    @Test
    void tellsTheFeedThatWhatIsRevokedIsOverWhereItIs() {
        Revoke revocation = new Revoke(held().expired(FINE), RevocationReason.MISCONDUCT, FINE);

        assertThat(entry(Announcement.revoked(cause(), revocation, FEED_ID)).expired())
                .isTrue();
    }

    @Test
    void tellsEveryStandingOfACredentialUnderAnIdOfItsOwn() {
        Revoke revocation = new Revoke(held(), RevocationReason.MISCONDUCT, FINE);

        assertThat(List.of(
                        Announcement.issued(cause(), held(), FEED_ID).get(2),
                        Announcement.expired(cause(), held().expired(FINE), FEED_ID)
                                .get(1),
                        Announcement.revoked(cause(), revocation, FEED_ID).get(2)))
                .extracting(message -> read(message).header().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsServicesWhyItIsSuspendedAndNobodyElse() {
        HeldCredential suspended =
                held().suspension(new Suspension(2, FINE, SuspensionReason.SUSPECTED_MISCONDUCT, null));

        List<Message> told = Announcement.suspended(cause(), suspended, FEED_ID);

        CredentialSuspended fact = (CredentialSuspended) read(told.get(0)).data();
        assertThat(fact.number()).isEqualTo(2);
        assertThat(fact.suspendedAt()).isEqualTo(FINE);
        assertThat(((CredentialDocument) read(told.get(1)).data()).suspended()).isEqualTo(FINE);
        assertThat(entry(told).state()).isEqualTo(CredentialState.ISSUED);
        assertThat(entry(told).suspended()).isEqualTo(WHOLE);
        assertThat(new String(told.get(2).body(), StandardCharsets.UTF_8)).doesNotContain("MISCONDUCT");
    }

    @Test
    void tellsOfNoSuspensionOnceItIsOverOrTheCredentialRevoked() {
        HeldCredential reinstated = held().suspension(new Suspension(1, null, null, FINE));
        HeldCredential suspended = held().suspension(SuspendDecisionTest.since(1, FINE));
        Revoke revocation = new Revoke(suspended, RevocationReason.MISCONDUCT, FINE);

        assertThat(entry(Announcement.reinstated(cause(), reinstated, FEED_ID)).suspended())
                .isNull();
        List<Message> revoked = Announcement.revoked(cause(), revocation, FEED_ID);
        assertThat(entry(revoked).suspended()).isNull();
        assertThat(((CredentialDocument) read(revoked.get(1)).data()).suspended())
                .isNull();
    }

    @Test
    void tellsEverySuspensionOfACredentialUnderIdsOfItsOwn() {
        assertThat(Stream.of(1, 2)
                        .flatMap(number -> Stream.concat(
                                Announcement.suspended(
                                        cause(), held().suspension(SuspendDecisionTest.since(number, FINE)), FEED_ID)
                                        .stream(),
                                Announcement.reinstated(
                                        cause(), held().suspension(SuspendDecisionTest.ended(number, FINE)), FEED_ID)
                                        .stream()))
                        .map(message -> read(message).header().id()))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOfASuspendedOneThatIsOverThatItIsBoth() {
        HeldCredential over =
                held().suspension(SuspendDecisionTest.since(1, FINE)).expired(FINE);

        FeedEntry entry = (FeedEntry)
                read(Announcement.expired(cause(), over, FEED_ID).get(1)).data();

        assertThat(entry.expired()).isTrue();
        assertThat(entry.suspended()).isEqualTo(WHOLE);
    }

    private static FeedEntry entry(List<Message> told) {
        return (FeedEntry) read(told.get(2)).data();
    }

    @Test
    void tellsTheServicesTheTimeInFull() {
        Event<?> issued = read(Announcement.issued(cause(), held(), FEED_ID).get(0));

        assertThat(((CredentialIssued) issued.data()).issuedAt()).isEqualTo(FINE);
        assertThat(issued.header().time()).isEqualTo(FINE);
    }

    private static Event<?> read(Message message) {
        return EventFormat.read(message.headers(), message.body());
    }

    private static Inbound cause() {
        AwardConferred conferred = Fixtures.conferred();
        EventHeader header = new EventHeader("cause", "/meritstream/test", Emission.subject(conferred), FINE, null);
        Event<AwardConferred> event = new Event<>(header, conferred);
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, 0), event, message);
    }

    private static HeldCredential held() {
        AwardConferred conferred = Fixtures.conferred();
        return new HeldCredential(
                SignedFixture.ID,
                conferred.tenant(),
                conferred.award(),
                conferred.learner(),
                conferred.achievement(),
                conferred.version(),
                conferred.number(),
                new StatusEntry("northgate-1", SignedFixture.INDEX),
                SignedFixture.document(),
                List.of(new Seal(
                        Securing.EDDSA_RDFC_2022,
                        SignedFixture.AT,
                        SignedFixture.options().verificationMethod(),
                        "z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq")),
                conferred.conferredAt(),
                FINE,
                null,
                null,
                null,
                null,
                0);
    }
}
