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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.proving.RealServers;

/** Credentials are suspended and reinstated: by one command, by many, and by processes that are killed in between. Slices are of three. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SuspensionIT {
    private static final int LEARNERS = 5;
    private static final SuspensionReason WHY = SuspensionReason.SUSPECTED_MISCONDUCT;
    private static final CredentialSelection ALL_OF_IT =
            new CredentialSelection(null, "data-literacy", null, null, null, null);

    @Inject
    BatchHandler handler;

    @Inject
    IssuanceWork work;

    @Inject
    PostgresJournal journal;

    @Inject
    Agenda agenda;

    @Inject
    Founding founding;

    @Inject
    Foreseeing foreseeing;

    @Inject
    KeyedIds ids;

    private final Deliveries log = new Deliveries();

    @Test
    void isSuspendedForEverybodyToSeeAndReinstated() {
        Story story = suspendable("held-back", 1);
        UUID id = id(story, 1);
        handle(story.shared(id, 1, Visibility.PUBLIC, 20));
        String signed = OverHttp.document(id);

        List<Message> suspended = handle(story.suspend(id, 1, WHY, 30));

        assertThat(Anew.one(suspended, CredentialSuspended.class).number()).isEqualTo(1);
        assertThat(Anew.one(suspended, CredentialDocument.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(suspended, FeedEntry.class).suspended()).isEqualTo(at(30));
        assertThat(SuspendedList.of("held-back")).isEqualTo(indexes(id));
        assertThat(OverHttp.document(id)).as("nothing is signed anew").isEqualTo(signed);
        assertThat(OverHttp.verified(signed).path("verified").asBoolean(true)).isFalse();
        assertThat(OverHttp.get(id, "text/html"))
                .contains("This credential is suspended", "The issuer suspended it on 20 November 2026")
                .doesNotContain("is valid", "revoked it on", "misconduct");

        List<Message> reinstated = handle(story.reinstate(id, 1, 40));

        assertThat(Anew.one(reinstated, CredentialReinstated.class).number()).isEqualTo(1);
        assertThat(Anew.one(reinstated, CredentialDocument.class).suspended()).isNull();
        assertThat(Anew.one(reinstated, FeedEntry.class).suspended()).isNull();
        assertThat(SuspendedList.of("held-back")).isEmpty();
        assertThat(OverHttp.verified(signed).path("verified").asBoolean()).isTrue();
        assertThat(OverHttp.get(id, "text/html")).contains("This credential is valid");
        assertThat(Anew.one(handle(story.suspend(id, 1, WHY, 50)), CredentialSuspended.class)
                        .number())
                .isEqualTo(2);
    }

    @Test
    void isNotSuspendableWhereTheTenantDidNotChooseSo() {
        Story story = issued("held-by-none", 1);
        UUID id = id(story, 1);
        Event<?> suspend = story.suspend(id, 1, WHY, 30);
        Event<?> reinstate = story.reinstate(id, 1, 40);

        assertThat(handle(suspend)).isEmpty();
        assertThat(handle(reinstate)).isEmpty();

        assertThat(outcome(suspend)).contains("not-suspendable");
        assertThat(outcome(reinstate)).contains("not-suspendable");
        assertThat(founding.count("status_list where tenant = $1 and suspended is not null", "held-by-none"))
                .isZero();
    }

    @Test
    void isToldOnceHoweverOftenItIsAskedAndRead() {
        Story story = suspendable("held-once", 1);
        UUID id = id(story, 1);
        Inbound first = log.deliver(story.suspend(id, 1, WHY, 30));
        List<Message> told = handler.handle(List.of(first));

        assertThat(handler.handle(List.of(first)))
                .as("killed before it told")
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(told);
        assertThat(handle(story.suspend(id, 1, WHY, 30))).as("a duplicate").isEmpty();
        Event<?> again = story.suspend(id, 1, SuspensionReason.HOLDER_REQUEST, 31);
        assertThat(handle(again)).isEmpty();

        assertThat(outcome(again)).startsWith("done").contains(id.toString());
        assertThat(row(id, "suspension_reason")).isEqualTo(WHY.name());
        Inbound second = log.deliver(story.reinstate(id, 1, 40));
        new Driver(handler, work, journal, log).dieBeforeStoring(List.of(second));
        assertThat(row(id, "suspension_reason")).as("killed before it stored").isEqualTo(WHY.name());
        assertThat(handler.handle(List.of(second))).hasSize(3);
        assertThat(handle(story.reinstate(id, 1, 41))).isEmpty();
        assertThat(SuspendedList.of("held-once")).isEmpty();
    }

    @Test
    void knowsOfWhatWasAskedBeforeThatItWasEnded() {
        Story story = suspendable("held-before", 1);
        UUID id = id(story, 1);
        handle(story.suspend(id, 1, WHY, 30));
        handle(story.reinstate(id, 1, 40));

        assertThat(handle(story.suspend(id, 1, SuspensionReason.UNDER_REVIEW, 35)))
                .isEmpty();

        assertThat(SuspendedList.of("held-before")).isEmpty();
    }

    @Test
    void isRevokedForGoodWhileItIsSuspended() {
        Story story = suspendable("held-revoked", 1);
        UUID id = id(story, 1);
        handle(story.shared(id, 1, Visibility.PUBLIC, 20));
        handle(story.suspend(id, 1, WHY, 30));

        List<Message> revoked = handle(story.revoke(id, 1, RevocationReason.MISCONDUCT, 40));
        Event<?> reinstate = story.reinstate(id, 1, 50);
        Event<?> suspend = story.suspend(id, 1, WHY, 60);

        assertThat(Anew.all(revoked, CredentialRevoked.class)).hasSize(1);
        assertThat(Anew.one(revoked, CredentialDocument.class).suspended()).isNull();
        assertThat(Anew.one(revoked, FeedEntry.class).suspended()).isNull();
        assertThat(handle(reinstate)).isEmpty();
        assertThat(handle(suspend)).isEmpty();
        assertThat(outcome(reinstate)).contains("revoked-credential");
        assertThat(outcome(suspend)).contains("revoked-credential");
        assertThat(SuspendedList.of("held-revoked"))
                .as("or a list of before would find neither")
                .isEqualTo(indexes(id));
        assertThat(founding.count("issued_credential where tenant = $1 and suspended_at is not null", "held-revoked"))
                .isZero();
        assertThat(OverHttp.get(id, "text/html")).contains("This credential was revoked");
    }

    @Test
    void isNotRenewedWhileItIsSuspendedAndItsSuccessorByACorrectionIsSuspendedWithIt() {
        Story story = suspendable("held-anew", 1);
        UUID id = id(story, 1);
        handle(story.suspend(id, 1, WHY, 30));
        Event<?> renew = story.renew(id, 1, 40);

        assertThat(handle(renew)).isEmpty();
        assertThat(outcome(renew)).contains("suspended-credential");
        handle(story.profiled(1, "Anna Current-Name", 41));
        List<Message> corrected = handle(story.correct(id, 1, 42));

        UUID next = Anew.one(corrected, CredentialIssued.class).credential();
        CredentialSuspended suspended = Anew.one(corrected, CredentialSuspended.class);
        assertThat(suspended.credential()).isEqualTo(next);
        assertThat(suspended.suspendedAt()).isEqualTo(at(30));
        assertThat(suspended.reason()).isEqualTo(WHY);
        assertThat(Anew.one(corrected, CredentialRevoked.class).credential()).isEqualTo(id);
        assertThat(SuspendedList.of("held-anew")).isEqualTo(indexes(id, next));
        handle(story.reinstate(next, 1, 50));
        assertThat(SuspendedList.of("held-anew"))
                .as("of the one that was corrected alone")
                .isEqualTo(indexes(id));
        assertThat(handle(story.renew(next, 1, 60))).isNotEmpty();
    }

    @Test
    void isSecuredAgainAndIsOverAndStaysSuspended() {
        Story story = suspendable("held-again", 1);
        UUID id = id(story, 1);
        handle(story.suspend(id, 1, WHY, 30));
        handle(story.rotated(SigningKeyKind.ED25519, 31));

        List<Message> secured = driver().untilOver(story.bulk(BulkOperation.RESECURE, null, ALL_OF_IT, 40));
        List<Message> over = handle(story.expire(id, 1, Instant.parse("2028-11-20T10:11:00Z")));

        assertThat(Anew.all(secured, CredentialResecured.class)).hasSize(1);
        assertThat(Anew.one(secured, CredentialDocument.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(over, FeedEntry.class).suspended()).isEqualTo(at(30));
        assertThat(Anew.one(over, FeedEntry.class).expired()).isTrue();
        assertThat(SuspendedList.of("held-again")).isEqualTo(indexes(id));
    }

    @Test
    void isInNoRecordOfWhatIsHeld() {
        Story story = suspendable("held-recorded", 2);
        handle(story.suspend(id(story, 1), 1, WHY, 30));
        Event<?> nothing = story.record(1, null, 40);
        Event<?> something = story.record(2, null, 41);

        handle(nothing);
        handle(something);

        assertThat(outcome(nothing)).startsWith("refused");
        assertThat(outcome(something)).startsWith("done");
    }

    @Test
    void sharesItsBatchWithNoOtherChangeOfTheSameCredential() {
        Story story = suspendable("held-alone", 2);
        UUID id = id(story, 1);
        Event<?> suspend = story.suspend(id, 1, WHY, 30);
        List<List<Event<?>>> together = List.of(
                List.of(suspend, story.reinstate(id, 1, 31)),
                List.of(suspend, story.revoke(id, 1, RevocationReason.MISCONDUCT, 31)),
                List.of(suspend, story.withdrawn(1, 31)),
                List.of(suspend, story.expire(id, 1, Instant.parse("2028-11-20T10:11:00Z"))),
                List.of(suspend, story.renew(id, 1, 31)));

        together.forEach(batch -> assertThatThrownBy(() -> handler.handle(log.deliver(batch)))
                .as(batch.toString())
                .isInstanceOf(RecordFault.class));

        assertThat(Anew.all(handle(suspend, story.suspend(id(story, 2), 2, WHY, 31)), CredentialSuspended.class))
                .hasSize(2);
        assertThat(SuspendedList.of("held-alone")).isEqualTo(indexes(id, id(story, 2)));
    }

    @Test
    void suspendsAllThatMatchOnceThoughItIsKilledInBetweenAndReinstatesThem() {
        Story story = suspendable("held-crowd", LEARNERS);
        suspendable("held-spared", LEARNERS);
        handle(story.revoke(id(story, 2), 2, RevocationReason.MISCONDUCT, 20));
        Driver driver = driver();
        Event<?> command = story.suspendAll(WHY, ALL_OF_IT, 40);

        List<Message> told = new ArrayList<>(handle(command));
        List<Inbound> slice = driver.next(told);
        driver.dieBeforeStoring(slice);
        List<Message> swallowed = handler.handle(slice);
        told.addAll(swallowed);
        assertThat(handler.handle(slice))
                .as("killed before it told")
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(swallowed);
        told.addAll(driver.untilOver(Driver.fellDue(agenda, "held-crowd")));

        assertThat(Anew.all(told, CredentialSuspended.class))
                .hasSize(LEARNERS - 1)
                .extracting(CredentialSuspended::credential)
                .doesNotHaveDuplicates();
        assertThat(SuspendedList.of("held-crowd"))
                .isEqualTo(indexes(id(story, 1), id(story, 3), id(story, 4), id(story, 5)));
        assertThat(SuspendedList.of("held-spared")).isEmpty();
        assertThat(problem(command, id(story, 2))).endsWith("/revoked-credential");
        List<Message> again = driver.untilOver(story.bulk(BulkOperation.REINSTATE, null, ALL_OF_IT, 50));
        assertThat(Anew.all(again, CredentialReinstated.class)).hasSize(LEARNERS - 1);
        assertThat(SuspendedList.of("held-crowd")).isEmpty();
    }

    @Test
    void foreseesWhatItThenComesTo() {
        Story story = suspendable("held-foreseen", 3);
        Story plain = issued("held-foreseen-not", 1);
        handle(story.suspend(id(story, 1), 1, WHY, 30));
        handle(story.revoke(id(story, 2), 2, RevocationReason.MISCONDUCT, 31));
        UUID once = id(story, 3);

        Map<UUID, Verdict> foreseen = foresee("held-foreseen", List.of(id(story, 1), id(story, 2), once, id(plain, 1)));
        Map<UUID, Verdict> elsewhere = foresee("held-foreseen-not", List.of(id(plain, 1)));

        assertThat(foreseen.get(id(story, 1))).isEqualTo(new Verdict.Done(id(story, 1)));
        assertThat(foreseen.get(once)).isEqualTo(new Verdict.Done(new UUID(0, 0)));
        assertThat(why(foreseen.get(id(story, 2)))).endsWith("/revoked-credential");
        assertThat(why(foreseen.get(id(plain, 1)))).endsWith("/unknown-credential");
        assertThat(why(elsewhere.get(id(plain, 1)))).endsWith("/not-suspendable");
        assertThat(SuspendedList.of("held-foreseen")).isEqualTo(indexes(id(story, 1)));
    }

    private Map<UUID, Verdict> foresee(String tenant, List<UUID> credentials) {
        Bulk bulk = new Bulk(new UUID(1, 1), tenant, BulkOperation.SUSPEND, null, WHY, at(40), 0, false);
        return foreseeing.verdicts(
                bulk,
                credentials.stream()
                        .map(one -> new Slice.Item(one, new UUID(2, 2), new UUID(3, 3)))
                        .toList(),
                at(40));
    }

    private static String why(@Nullable Verdict verdict) {
        return ((Verdict.Refused) requireNonNull(verdict)).problem().type();
    }

    private List<Message> handle(Event<?>... events) {
        return handler.handle(log.deliver(List.of(events)));
    }

    private Driver driver() {
        return new Driver(handler, work, journal, log);
    }

    private Story suspendable(String tenant, int learners) {
        founding.found(tenant);
        handle(new Story(tenant).chosen(0, StatusProfile.REVOCATION_AND_SUSPENSION));
        return issue(new Story(tenant), learners);
    }

    private Story issued(String tenant, int learners) {
        founding.found(tenant);
        return issue(new Story(tenant), learners);
    }

    private Story issue(Story story, int learners) {
        List<Event<?>> events = new ArrayList<>(List.of(story.publishedFor(24, 1)));
        for (int n = 1; n <= learners; n++) {
            events.add(story.profiled(n, "Amina Former-Name", 3));
            events.add(story.conferred(n, 10 + n));
        }
        handler.handle(log.deliver(events));
        return story;
    }

    private UUID id(Story story, int n) {
        return ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
    }

    private static Instant at(int minute) {
        return Story.START.plusSeconds(60L * minute);
    }

    private String row(UUID credential, String column) {
        return requireNonNull(founding.row("select " + column + " as value from credential where id = $1", credential)
                .getString("value"));
    }

    private String outcome(Event<?> command) {
        return requireNonNull(founding.row(
                        "select concat_ws(' ', state, link, problem) as value from command_outcome where id = $1",
                        UUID.fromString(command.header().id()))
                .getString("value"));
    }

    private String problem(Event<?> command, UUID credential) {
        return requireNonNull(founding.row(
                        "select problem::json ->> 'type' as value from bulk_row where bulk = $1 and credential = $2",
                        UUID.fromString(command.header().id()),
                        credential)
                .getString("value"));
    }

    /** Where they stand in the tenant's lists. */
    private Set<Integer> indexes(UUID... credentials) {
        return Stream.of(credentials)
                .map(id -> founding.row("select status_index as value from credential where id = $1", id)
                        .getInteger("value"))
                .collect(Collectors.toSet());
    }
}
