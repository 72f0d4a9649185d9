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
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.SuspensionReason;
import org.meritstream.events.Visibility;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.proving.RealServers;

/** Credentials are suspended and reinstated: by one command each, and by processes that are killed in between. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SuspensionIT {
    private static final SuspensionReason WHY = SuspensionReason.SUSPECTED_MISCONDUCT;
    private static final CredentialSelection ALL_OF_IT =
            new CredentialSelection(null, "data-literacy", null, null, null, null);

    @Inject
    Issuing issuing;

    @Inject
    Founding founding;

    @Test
    void isSuspendedForEverybodyToSeeAndReinstated() {
        Story story = issuing.suspendable("held-back", 1);
        UUID id = issuing.id(story, 1);
        issuing.handle(story.shared(id, 1, Visibility.PUBLIC, 20));
        String signed = OverHttp.document(id);

        List<Message> suspended = issuing.handle(story.suspend(id, 1, WHY, 30));

        assertThat(Anew.one(suspended, CredentialSuspended.class).number()).isEqualTo(1);
        assertThat(Anew.one(suspended, CredentialDocument.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(suspended, FeedEntry.class).suspended()).isEqualTo(at(30));
        assertThat(SuspendedList.of("held-back")).isEqualTo(issuing.indexes(id));
        assertThat(OverHttp.document(id)).as("nothing is signed anew").isEqualTo(signed);
        assertThat(OverHttp.verified(signed).path("verified").asBoolean(true)).isFalse();
        assertThat(OverHttp.get(id, "text/html"))
                .contains("This credential is suspended", "The issuer suspended it on 20 November 2026")
                .doesNotContain("is valid", "revoked it on", "misconduct");

        List<Message> reinstated = issuing.handle(story.reinstate(id, 1, 40));

        assertThat(Anew.one(reinstated, CredentialReinstated.class).number()).isEqualTo(1);
        assertThat(Anew.one(reinstated, CredentialDocument.class).suspended()).isNull();
        assertThat(Anew.one(reinstated, FeedEntry.class).suspended()).isNull();
        assertThat(SuspendedList.of("held-back")).isEmpty();
        assertThat(OverHttp.verified(signed).path("verified").asBoolean()).isTrue();
        assertThat(OverHttp.get(id, "text/html")).contains("This credential is valid");
        assertThat(Anew.one(issuing.handle(story.suspend(id, 1, WHY, 50)), CredentialSuspended.class)
                        .number())
                .isEqualTo(2);
    }

    @Test
    void isNotSuspendableWhereTheTenantDidNotChooseSo() {
        Story story = issuing.issued("held-by-none", 1);
        UUID id = issuing.id(story, 1);
        Event<?> suspend = story.suspend(id, 1, WHY, 30);
        Event<?> reinstate = story.reinstate(id, 1, 40);

        assertThat(issuing.handle(suspend)).isEmpty();
        assertThat(issuing.handle(reinstate)).isEmpty();

        assertThat(issuing.outcome(suspend)).contains("not-suspendable");
        assertThat(issuing.outcome(reinstate)).contains("not-suspendable");
        assertThat(founding.count("status_list where tenant = $1 and suspended is not null", "held-by-none"))
                .isZero();
    }

    @Test
    void isToldOnceHoweverOftenItIsAskedAndRead() {
        Story story = issuing.suspendable("held-once", 1);
        UUID id = issuing.id(story, 1);
        List<Inbound> first = issuing.deliver(story.suspend(id, 1, WHY, 30));
        List<Message> told = issuing.handle(first);

        assertThat(issuing.handle(first))
                .as("killed before it told")
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(told);
        assertThat(issuing.handle(story.suspend(id, 1, WHY, 30)))
                .as("a duplicate")
                .isEmpty();
        Event<?> again = story.suspend(id, 1, SuspensionReason.HOLDER_REQUEST, 31);
        assertThat(issuing.handle(again)).isEmpty();

        assertThat(issuing.outcome(again)).startsWith("done").contains(id.toString());
        assertThat(row(id, "suspension_reason")).isEqualTo(WHY.name());
        List<Inbound> second = issuing.deliver(story.reinstate(id, 1, 40));
        issuing.driver().dieBeforeStoring(second);
        assertThat(row(id, "suspension_reason")).as("killed before it stored").isEqualTo(WHY.name());
        assertThat(issuing.handle(second)).hasSize(3);
        assertThat(issuing.handle(story.reinstate(id, 1, 41))).isEmpty();
        assertThat(SuspendedList.of("held-once")).isEmpty();
    }

    @Test
    void knowsOfWhatWasAskedBeforeThatItWasEnded() {
        Story story = issuing.suspendable("held-before", 1);
        UUID id = issuing.id(story, 1);
        issuing.handle(story.suspend(id, 1, WHY, 30));
        issuing.handle(story.reinstate(id, 1, 40));

        assertThat(issuing.handle(story.suspend(id, 1, SuspensionReason.UNDER_REVIEW, 35)))
                .isEmpty();

        assertThat(SuspendedList.of("held-before")).isEmpty();
    }

    @Test
    void isRevokedForGoodWhileItIsSuspended() {
        Story story = issuing.suspendable("held-revoked", 1);
        UUID id = issuing.id(story, 1);
        issuing.handle(story.shared(id, 1, Visibility.PUBLIC, 20));
        issuing.handle(story.suspend(id, 1, WHY, 30));

        List<Message> revoked = issuing.handle(story.revoke(id, 1, RevocationReason.MISCONDUCT, 40));
        Event<?> reinstate = story.reinstate(id, 1, 50);
        Event<?> suspend = story.suspend(id, 1, WHY, 60);

        assertThat(Anew.all(revoked, CredentialRevoked.class)).hasSize(1);
        assertThat(Anew.one(revoked, CredentialDocument.class).suspended()).isNull();
        assertThat(Anew.one(revoked, FeedEntry.class).suspended()).isNull();
        assertThat(issuing.handle(reinstate)).isEmpty();
        assertThat(issuing.handle(suspend)).isEmpty();
        assertThat(issuing.outcome(reinstate)).contains("revoked-credential");
        assertThat(issuing.outcome(suspend)).contains("revoked-credential");
        assertThat(SuspendedList.of("held-revoked"))
                .as("or a list of before would find neither")
                .isEqualTo(issuing.indexes(id));
        assertThat(founding.count("issued_credential where tenant = $1 and suspended_at is not null", "held-revoked"))
                .isZero();
        assertThat(OverHttp.get(id, "text/html")).contains("This credential was revoked");
    }

    @Test
    void isNotRenewedWhileItIsSuspendedAndItsSuccessorByACorrectionIsSuspendedWithIt() {
        Story story = issuing.suspendable("held-anew", 1);
        UUID id = issuing.id(story, 1);
        issuing.handle(story.suspend(id, 1, WHY, 30));
        Event<?> renew = story.renew(id, 1, 40);

        assertThat(issuing.handle(renew)).isEmpty();
        assertThat(issuing.outcome(renew)).contains("suspended-credential");
        issuing.handle(story.profiled(1, "Anna Current-Name", 41));
        List<Message> corrected = issuing.handle(story.correct(id, 1, 42));

        UUID next = Anew.one(corrected, CredentialIssued.class).credential();
        CredentialSuspended suspended = Anew.one(corrected, CredentialSuspended.class);
        assertThat(suspended.credential()).isEqualTo(next);
        assertThat(suspended.suspendedAt()).isEqualTo(at(30));
        assertThat(suspended.reason()).isEqualTo(WHY);
        assertThat(Anew.one(corrected, CredentialRevoked.class).credential()).isEqualTo(id);
        assertThat(SuspendedList.of("held-anew")).isEqualTo(issuing.indexes(id, next));
        issuing.handle(story.reinstate(next, 1, 50));
        assertThat(SuspendedList.of("held-anew"))
                .as("of the one that was corrected alone")
                .isEqualTo(issuing.indexes(id));
        assertThat(issuing.handle(story.renew(next, 1, 60))).isNotEmpty();
    }

    @Test
    void isSecuredAgainAndIsOverAndStaysSuspended() {
        Story story = issuing.suspendable("held-again", 1);
        UUID id = issuing.id(story, 1);
        issuing.handle(story.suspend(id, 1, WHY, 30));
        issuing.handle(story.rotated(SigningKeyKind.ED25519, 31));

        List<Message> secured = issuing.driver().untilOver(story.bulk(BulkOperation.RESECURE, null, ALL_OF_IT, 40));
        List<Message> over = issuing.handle(story.expire(id, 1, Instant.parse("2028-11-20T10:11:00Z")));

        assertThat(Anew.all(secured, CredentialResecured.class)).hasSize(1);
        assertThat(Anew.one(secured, CredentialDocument.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(over, FeedEntry.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(over, FeedEntry.class).expired()).isTrue();
        assertThat(SuspendedList.of("held-again")).isEqualTo(issuing.indexes(id));
    }

    @Test
    void isInNoRecordOfWhatIsHeld() {
        Story story = issuing.suspendable("held-recorded", 2);
        issuing.handle(story.suspend(issuing.id(story, 1), 1, WHY, 30));
        Event<?> nothing = story.record(1, null, 40);
        Event<?> something = story.record(2, null, 41);

        issuing.handle(nothing);
        issuing.handle(something);

        assertThat(issuing.outcome(nothing)).startsWith("refused");
        assertThat(issuing.outcome(something)).startsWith("done");
    }

    @Test
    void sharesItsBatchWithNoOtherChangeOfTheSameCredential() {
        Story story = issuing.suspendable("held-alone", 2);
        UUID id = issuing.id(story, 1);
        Event<?> suspend = story.suspend(id, 1, WHY, 30);
        List<List<Event<?>>> together = List.of(
                List.of(suspend, story.reinstate(id, 1, 31)),
                List.of(suspend, story.revoke(id, 1, RevocationReason.MISCONDUCT, 31)),
                List.of(suspend, story.withdrawn(1, 31)),
                List.of(suspend, story.expire(id, 1, Instant.parse("2028-11-20T10:11:00Z"))),
                List.of(suspend, story.renew(id, 1, 31)));

        together.forEach(batch -> assertThatThrownBy(() -> issuing.handle(issuing.deliver(batch)))
                .as(batch.toString())
                .isInstanceOf(RecordFault.class));

        assertThat(Anew.all(
                        issuing.handle(suspend, story.suspend(issuing.id(story, 2), 2, WHY, 31)),
                        CredentialSuspended.class))
                .hasSize(2);
        assertThat(SuspendedList.of("held-alone")).isEqualTo(issuing.indexes(id, issuing.id(story, 2)));
    }

    private static Instant at(int minute) {
        return Story.START.plusSeconds(60L * minute);
    }

    private String row(UUID credential, String column) {
        return requireNonNull(founding.row("select " + column + " as value from credential where id = $1", credential)
                .getString("value"));
    }
}
