package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialState;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.issuance.bulk.Slice;
import org.meritstream.issuance.bulk.Verdict;
import org.meritstream.log.Agenda;
import org.meritstream.log.Inbound;
import org.meritstream.log.RecordFault;
import org.meritstream.proving.RealServers;

/** The same done to many credentials, in slices of three, on a real PostgreSQL; a second tenant has as many of the same names. */
@QuarkusTest
@TestProfile(SmallBatches.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class BulkIT {
    private static final int LEARNERS = 7;
    private static final CredentialSelection ALL_OF_IT =
            new CredentialSelection(null, "data-literacy", 1, null, null, null);

    @Inject
    Issuing issuing;

    @Inject
    Agenda agenda;

    @Inject
    Founding founding;

    @Inject
    Foreseeing foreseeing;

    @Test
    void revokesAllThatMatchOnceThoughItIsKilledInBetween() {
        Story story = issuing.issued("bulk-revoked", LEARNERS);
        Story spared = issuing.issued("bulk-spared", LEARNERS);
        Driver driver = issuing.driver();
        Event<?> command = story.bulk(BulkOperation.REVOKE, RevocationReason.ISSUED_IN_ERROR, ALL_OF_IT, 40);

        List<Message> told = new ArrayList<>(issuing.handle(command));
        List<Inbound> slice = driver.next(told);
        driver.dieBeforeStoring(slice);
        List<Message> swallowed = issuing.handle(slice);
        told.addAll(swallowed);
        assertThat(issuing.handle(slice)).as("killed before it told").hasSameSizeAs(swallowed);
        told.addAll(driver.untilOver(Driver.fellDue(agenda, "bulk-revoked")));
        assertThat(issuing.handle(driver.next(swallowed)))
                .as("seen to meanwhile")
                .isEmpty();

        assertThat(Anew.all(told, CredentialRevoked.class))
                .hasSize(LEARNERS)
                .allMatch(one -> one.reason() == RevocationReason.ISSUED_IN_ERROR)
                .extracting(CredentialRevoked::credential)
                .doesNotHaveDuplicates();
        assertThat(state(story, "REVOKED")).isEqualTo(LEARNERS);
        assertThat(bits("bulk-revoked")).isEqualTo(LEARNERS);
        assertThat(state(spared, "ISSUED")).isEqualTo(LEARNERS);
        assertThat(done(command)).isEqualTo(LEARNERS);
        assertThat(founding.count("timer where name like 'bulk/' || $1 || '/%'", "bulk-revoked"))
                .isZero();
    }

    @Test
    void renewsThoseNamedAndSaysOfEachOtherWhyNot() {
        Story story = issuing.issued("bulk-renewed", LEARNERS);
        UUID revoked = issuing.id(story, 1);
        UUID renewed = issuing.id(story, 2);
        issuing.handle(story.revoke(revoked, 1, RevocationReason.MISCONDUCT, 30));
        issuing.handle(story.renew(renewed, 2, 31));
        UUID unknown = new UUID(7, 7);
        UUID theirs = issuing.id(issuing.issued("bulk-theirs", LEARNERS), 1);
        CredentialSelection named = new CredentialSelection(
                List.of(revoked, renewed, issuing.id(story, 3), issuing.id(story, 3), unknown, theirs),
                null,
                null,
                null,
                null,
                null);
        Event<?> command = story.bulk(BulkOperation.RENEW, null, named, 40);

        List<Message> told = issuing.driver().untilOver(command);

        assertThat(Anew.one(told, CredentialIssued.class).reissue()).isNotNull();
        assertThat(issuing.problem(command, revoked)).endsWith("/revoked-credential");
        assertThat(issuing.problem(command, unknown)).endsWith("/unknown-credential");
        assertThat(issuing.problem(command, theirs)).endsWith("/unknown-credential");
        assertThat(result(command, renewed)).as("was renewed before").isEqualTo(after(renewed));
        assertThat(result(command, issuing.id(story, 3))).isEqualTo(after(issuing.id(story, 3)));
        assertThat(founding.count("bulk_row r join bulk b on b.id = r.bulk where b.tenant = $1", "bulk-renewed"))
                .isEqualTo(5);
    }

    @Test
    void doesNothingToWhatItIssuesItselfNorTwiceToOneAward() {
        Story story = issuing.issued("bulk-lines", LEARNERS);
        issuing.handle(story.renew(issuing.id(story, 1), 1, 30));

        List<Message> told = issuing.driver().untilOver(story.bulk(BulkOperation.RENEW, null, ALL_OF_IT, 40));

        assertThat(Anew.all(told, CredentialIssued.class))
                .as("each once, and of the first's line the newest")
                .hasSize(LEARNERS);
        assertThat(founding.count("issued_credential where tenant = $1", "bulk-lines"))
                .isEqualTo(LEARNERS + 1 + LEARNERS);
    }

    @Test
    void correctsNamesWhereTheRosterHasAnother() {
        Story story = issuing.issued("bulk-corrected", LEARNERS);
        issuing.handle(story.profiled(2, "Anna Current-Name", 30));
        Event<?> command = story.bulk(BulkOperation.CORRECT, null, ALL_OF_IT, 40);

        List<Message> told = issuing.driver().untilOver(command);

        assertThat(Anew.one(told, CredentialIssued.class).credential()).isEqualTo(after(issuing.id(story, 2)));
        assertThat(Anew.one(told, CredentialRevoked.class).credential()).isEqualTo(issuing.id(story, 2));
        assertThat(issuing.problem(command, issuing.id(story, 3))).endsWith("/nothing-to-correct");
        assertThat(done(command)).isEqualTo(1);
    }

    @Test
    void securesAgainWhatAFormerKeySigned() {
        Story story = issuing.issued("bulk-resecured", LEARNERS);
        issuing.handle(story.rotated(SigningKeyKind.ED25519, 30));
        Event<?> command = story.bulk(
                BulkOperation.RESECURE,
                null,
                new CredentialSelection(null, null, null, null, null, CredentialState.ISSUED),
                40);

        List<Message> told = issuing.driver().untilOver(command);
        List<Message> again = issuing.driver().untilOver(story.bulk(BulkOperation.RESECURE, null, ALL_OF_IT, 50));

        assertThat(Anew.all(told, CredentialResecured.class)).hasSize(LEARNERS);
        assertThat(again).as("by keys in use already").noneMatch(one -> Anew.data(one) instanceof CredentialResecured);
        assertThat(founding.count(
                        "securing s join credential c on c.id = s.credential join signing_key k"
                                + " on s.verification_method like '%#' || k.multikey and k.valid_until is null where c.tenant = $1",
                        "bulk-resecured"))
                .isEqualTo(LEARNERS);
    }

    @Test
    void takesThoseIssuedInBetweenAlone() {
        Story story = issuing.issued("bulk-between", LEARNERS);
        CredentialSelection between = new CredentialSelection(
                null, null, null, Story.START.plusSeconds(60 * 12), Story.START.plusSeconds(60 * 14), null);

        List<Message> told = issuing.driver()
                .untilOver(story.bulk(BulkOperation.REVOKE, RevocationReason.HOLDER_REQUEST, between, 40));

        assertThat(Anew.all(told, CredentialRevoked.class))
                .extracting(CredentialRevoked::credential)
                .containsExactlyInAnyOrder(issuing.id(story, 2), issuing.id(story, 3));
    }

    @Test
    void takesOneSliceToABatchSoThatOneOfTwoOperationsIsHalved() {
        Story one = issuing.issued("bulk-two", LEARNERS);
        Story other = issuing.issued("bulk-two-others", LEARNERS);
        Driver driver = issuing.driver();
        List<Message> told = issuing.handle(
                one.bulk(BulkOperation.RENEW, null, ALL_OF_IT, 40),
                other.bulk(BulkOperation.RENEW, null, ALL_OF_IT, 41));
        List<Inbound> slices = driver.next(told);

        assertThat(slices).hasSize(2);
        assertThatThrownBy(() -> issuing.handle(slices)).isInstanceOf(RecordFault.class);
        assertThat(driver.next(issuing.handle(slices.subList(0, 1)))).hasSize(1);
        assertThat(driver.next(issuing.handle(slices.subList(1, 2)))).hasSize(1);
    }

    @Test
    void endsAtOnceWhereNothingMatches() {
        Story story = issuing.issued("bulk-nothing", LEARNERS);
        Event<?> command = story.bulk(
                BulkOperation.RENEW,
                null,
                new CredentialSelection(null, "nothing-like-it", null, null, null, null),
                40);

        issuing.driver().untilOver(command);

        assertThat(founding.count("bulk where tenant = $1 and over and done = 0 and refused = 0", "bulk-nothing"))
                .isEqualTo(1);
    }

    @Test
    void foreseesWhatItThenComesTo() {
        Story story = issuing.issued("bulk-foreseen", LEARNERS);
        issuing.handle(
                story.revoke(issuing.id(story, 1), 1, RevocationReason.MISCONDUCT, 30),
                story.profiled(2, "Anna Current-Name", 31));
        for (BulkOperation operation : List.of(BulkOperation.RENEW, BulkOperation.CORRECT, BulkOperation.REVOKE)) {
            RevocationReason reason = operation == BulkOperation.REVOKE ? RevocationReason.ISSUED_IN_ERROR : null;
            Bulk bulk = new Bulk(
                    new UUID(1, 1),
                    "bulk-foreseen",
                    operation,
                    reason,
                    null,
                    Story.START.plusSeconds(60 * 40),
                    0,
                    false);
            List<Slice.Item> items = new ArrayList<>();
            for (int n = 1; n <= LEARNERS; n++) {
                items.add(new Slice.Item(issuing.id(story, n), new UUID(n, n), story.learner(n)));
            }
            var foreseen = foreseeing.verdicts(bulk, items, Story.START.plusSeconds(60 * 40));
            List<UUID> named = items.stream().map(Slice.Item::credential).toList();
            Event<?> command =
                    story.bulk(operation, reason, new CredentialSelection(named, null, null, null, null, null), 41);

            issuing.driver().untilOver(command);

            assertThat(foreseen.keySet()).containsExactlyInAnyOrderElementsOf(named);
            foreseen.forEach((credential, verdict) -> {
                String why = verdict instanceof Verdict.Refused refused
                        ? refused.problem().type()
                        : null;
                assertThat(issuing.problem(command, credential))
                        .as(operation.toString())
                        .isEqualTo(why);
            });
        }
    }

    private UUID after(UUID former) {
        return requireNonNull(founding.row("select id as value from credential where former = $1", former)
                .getUUID("value"));
    }

    private @Nullable UUID result(Event<?> command, UUID credential) {
        return founding.row(
                        "select result as value from bulk_row where bulk = $1 and credential = $2",
                        UUID.fromString(command.header().id()),
                        credential)
                .getUUID("value");
    }

    private long done(Event<?> command) {
        return founding.row(
                        "select done as value from bulk where id = $1 and over",
                        UUID.fromString(command.header().id()))
                .getLong("value");
    }

    private long state(Story story, String state) {
        return founding.count("issued_credential where tenant = $1 and state = '" + state + "'", story.tenant());
    }

    private long bits(String tenant) {
        return founding.count(
                "credential c join status_list l on l.id = c.status_list where c.tenant = $1 and revoked_at is not null"
                        + " and get_bit(l.bits, (c.status_index / 8) * 8 + 7 - c.status_index % 8) = 1",
                tenant);
    }
}
