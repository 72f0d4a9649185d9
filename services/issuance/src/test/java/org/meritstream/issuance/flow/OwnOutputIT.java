package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.log.Adoption;
import org.meritstream.log.Adoption.Own;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What is taken back of what was said, where not all of it is there any more. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class OwnOutputIT {
    @Inject
    BatchHandler handler;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    /** The second of two, so that its entry is the last that was given. */
    @Test
    void passesOverTheEntryOfADocumentThatWasErased() {
        List<Inbound> said = issued("erased", 2);
        lose("erased");

        adoption.keep(new Own(said, List.of()), List.of());
        adoption.keep(new Own(List.of(), List.of("erased/" + credential("erased", 2))), List.of());
        place();

        assertThat(count("credential where tenant = $1", "erased")).isEqualTo(1);
        assertThat(count("status_list where tenant = $1 and counter = 2", "erased"))
                .isEqualTo(1);
        assertThat(count("recollection where tenant = $1", "erased")).isZero();
    }

    @Test
    void leavesWhatHasNoIssuerAndTakesItOnceThereIsOne() {
        List<Inbound> said = issued("orphaned", 1);
        Map<String, String> published = world().credentials("orphaned");
        lose("orphaned");
        List.of("status_list", "signing_key", "issuer")
                .forEach(table -> run("delete from " + table + " where tenant = $1", "orphaned"));

        adoption.keep(new Own(said, List.of()), List.of());
        place();
        assertThat(count("recollection where tenant = $1", "orphaned")).isEqualTo(1);
        founding.found("orphaned");
        place();

        assertThat(world().credentials("orphaned")).isEqualTo(published);
        assertThat(count("recollection where tenant = $1", "orphaned")).isZero();
    }

    @Test
    void putsWhatWasPublishedInThePlaceOfWhatWasSignedInSilence() {
        List<Inbound> said = issued("silent", 2);
        Map<String, String> published = world().credentials("silent");
        run(
                "update credential set document = replace(document, 'Learner ', 'Student '), status_index = status_index - 1"
                        + " where tenant = $1",
                "silent");
        assertThat(world().credentials("silent")).isNotEqualTo(published);

        adoption.keep(new Own(said, List.of()), List.of());
        place();

        assertThat(world().credentials("silent")).isEqualTo(published);
    }

    @Test
    void comesToTheSameWhenItIsRepeated() {
        List<Inbound> said = issued("repeated", 2);
        Map<String, String> published = world().credentials("repeated");
        lose("repeated");

        for (int round = 0; round < 2; round++) {
            adoption.keep(new Own(said, List.of()), List.of());
            place();
        }

        assertThat(world().credentials("repeated")).isEqualTo(published);
        assertThat(count("status_list where tenant = $1 and counter = 2", "repeated"))
                .isEqualTo(1);
    }

    @Test
    void takesBackWhichCredentialsAreOverAndSetsTheTimersOfTheOthers() {
        List<Inbound> said = issued("ended", 2, new Story("ended").publishedFor(24, 1));
        said.addAll(read(handler.handle(new Deliveries(1_000)
                .deliver(List.of(new Story("ended")
                        .expire(credential("ended", 1), 1, Instant.parse("2028-11-20T10:10:00Z")))))));
        Map<String, String> published = world().credentials("ended");
        lose("ended");
        database.query("delete from timer where name like 'expire-credential/%'", Tuple.tuple());

        adoption.keep(new Own(said, List.of()), List.of());
        place();

        assertThat(world().credentials("ended")).isEqualTo(published);
        assertThat(count("credential where tenant = $1 and expired_at is not null", "ended"))
                .isEqualTo(1);
        assertThat(count(
                        "timer where name = 'expire-credential/' || $1",
                        credential("ended", 1).toString()))
                .isZero();
        assertThat(count(
                        "timer where name = 'expire-credential/' || $1",
                        credential("ended", 2).toString()))
                .isEqualTo(1);
    }

    @Test
    void takesBackWhichAreSuspendedAndWhichAreNotAnyMore() {
        String tenant = "held-back-before";
        Story story = new Story(tenant);
        founding.found(tenant);
        handler.handle(new Deliveries(4_000)
                .deliver(List.of(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1))));
        Deliveries log = new Deliveries(2_000);
        List<Inbound> said = said(story, 3);
        UUID reinstated = credential(tenant, 2);
        Event<?> first = story.suspend(reinstated, 2, SuspensionReason.UNDER_REVIEW, 20);
        said.addAll(read(handler.handle(log.deliver(List.of(first)))));
        String copied = suspensions(tenant);
        said.addAll(read(handler.handle(
                log.deliver(List.of(story.suspend(credential(tenant, 1), 1, SuspensionReason.SUSPECTED_ERROR, 21))))));
        said.addAll(read(handler.handle(log.deliver(List.of(story.reinstate(reinstated, 2, 22))))));
        String bits = suspensions(tenant);
        List<String> standing = standing(tenant);
        lose(tenant);
        run("update status_list set suspended = decode('" + copied + "', 'hex') where tenant = $1", tenant);

        adoption.keep(new Own(said, List.of()), List.of());
        place();

        assertThat(standing(tenant)).isEqualTo(standing).hasSize(2);
        assertThat(suspensions(tenant)).isEqualTo(bits).isNotEqualTo(copied);
        run("delete from handled where id = $1", first.header().id());
        handler.handle(new Deliveries(3_000).deliver(List.of(first)));
        assertThat(standing(tenant)).as("read a second time").isEqualTo(standing);
        assertThat(suspensions(tenant)).isEqualTo(bits);
    }

    /** What was stored and not told before a crash is told when its partition is read again, which may be after what came later. */
    @Test
    void goesByTheNumbersOfSuspensionsAndNotByTheOrderInWhichTheyAreRead() {
        String tenant = "held-back-late";
        Story story = new Story(tenant);
        founding.found(tenant);
        handler.handle(new Deliveries(4_000)
                .deliver(List.of(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1))));
        Deliveries log = new Deliveries(2_000);
        List<Inbound> issued = said(story, 1);
        UUID id = credential(tenant, 1);
        List<Inbound> former = new ArrayList<>();
        former.addAll(
                read(handler.handle(log.deliver(List.of(story.suspend(id, 1, SuspensionReason.UNDER_REVIEW, 20))))));
        former.addAll(read(handler.handle(log.deliver(List.of(story.reinstate(id, 1, 21))))));
        List<Inbound> last =
                read(handler.handle(log.deliver(List.of(story.suspend(id, 1, SuspensionReason.SUSPECTED_ERROR, 22)))));
        List<String> standing = standing(tenant);
        lose(tenant);

        adoption.keep(new Own(issued, List.of()), List.of());
        adoption.keep(new Own(last, List.of()), List.of());
        adoption.keep(new Own(facts(former), List.of()), List.of());
        place();

        assertThat(standing(tenant)).isEqualTo(standing).hasSize(1);
    }

    /** Without the document, of which the last stands. */
    private static List<Inbound> facts(List<Inbound> said) {
        return said.stream()
                .filter(one -> one.data() instanceof CredentialSuspended || one.data() instanceof CredentialReinstated)
                .toList();
    }

    private List<String> standing(String tenant) {
        List<String> rows = new ArrayList<>();
        database.query(
                        "select concat_ws(' ', id, suspensions, suspended_at, suspension_reason, reinstated_at) as value from credential"
                                + " where tenant = $1 and suspensions is not null order by id",
                        Tuple.of(tenant))
                .forEach(row -> rows.add(row.getString("value")));
        return rows;
    }

    private String suspensions(String tenant) {
        return database.query(
                        "select encode(suspended, 'hex') as value from status_list where tenant = $1", Tuple.of(tenant))
                .iterator()
                .next()
                .getString("value");
    }

    @Test
    void takesBackWhatWasIssuedAnewInItsPlace() {
        Story story = new Story("anew");
        List<Inbound> said = issued("anew", 1, story.publishedFor(24, 1));
        UUID former = credential("anew", 1);
        UUID next = ids.of("anew", "credential", "reissue", former.toString());
        Deliveries later = new Deliveries(2_000);
        said.addAll(read(handler.handle(later.deliver(List.of(story.renew(former, 1, 20))))));
        handler.handle(later.deliver(List.of(story.profiled(1, "Another Name", 30))));
        said.addAll(read(handler.handle(later.deliver(List.of(story.correct(next, 1, 40))))));
        Map<String, String> published = world().credentials("anew");
        lose("anew");

        adoption.keep(new Own(said, List.of()), List.of());
        place();

        assertThat(published).hasSize(3);
        assertThat(world().credentials("anew")).isEqualTo(published);
        assertThat(count("succession where tenant = $1", "anew")).isZero();
        assertThat(handler.handle(new Deliveries(3_000).deliver(List.of(story.renew(former, 1, 50)))))
                .isEmpty();
    }

    /** The copy is from before the tenant chose that they may be suspended: the list that the documents name has its second half again. */
    @Test
    void takesBackTheListThatSaysWhatIsSuspended() {
        Story story = new Story("suspendable-lost");
        founding.found("suspendable-lost");
        handler.handle(new Deliveries(4_000)
                .deliver(List.of(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1))));
        List<Inbound> said = said(story, 2);
        Map<String, String> published = world().credentials("suspendable-lost");
        lose("suspendable-lost");
        run(
                "update status_list set suspended = null, suspension_document = null where tenant = $1",
                "suspendable-lost");
        run("update issuer set status_profile = 'REVOCATION' where tenant = $1", "suspendable-lost");

        adoption.keep(new Own(said, List.of()), List.of());
        place();

        assertThat(world().credentials("suspendable-lost")).isEqualTo(published);
        assertThat(count("status_list where tenant = $1 and suspension_document is not null", "suspendable-lost"))
                .isEqualTo(1);
    }

    /** Issues to so many learners, one after the other; what was said of it. */
    private List<Inbound> issued(String tenant, int learners) {
        return issued(tenant, learners, new Story(tenant).published(1));
    }

    private List<Inbound> issued(String tenant, int learners, Event<?> published) {
        founding.found(tenant);
        handler.handle(new Deliveries(5_000).deliver(List.of(published)));
        return said(new Story(tenant), learners);
    }

    private List<Inbound> said(Story story, int learners) {
        Deliveries log = new Deliveries();
        List<Message> said = new ArrayList<>();
        for (int n = 1; n <= learners; n++) {
            List<Event<?>> events = List.of(story.profiled(n, "Learner " + n, 2), story.conferred(n, 10));
            said.addAll(handler.handle(log.deliver(events)));
        }
        return read(said);
    }

    private static List<Inbound> read(List<Message> said) {
        List<Inbound> read = new ArrayList<>();
        said.forEach(message -> read.add(new Inbound(
                new Position(message.topic(), 0, read.size()),
                EventFormat.read(message.headers(), message.body()),
                message)));
        return read;
    }

    /** As an older copy has it. */
    private void lose(String tenant) {
        run("delete from securing where credential in (select id from credential where tenant = $1)", tenant);
        run("delete from credential where tenant = $1", tenant);
        run("update status_list set counter = 0 where tenant = $1", tenant);
    }

    private void place() {
        boolean more = true;
        while (more) {
            more = adoption.place();
        }
    }

    private World world() {
        return new World(database, RealServers.kafka());
    }

    private UUID credential(String tenant, int n) {
        return ids.of(tenant, "credential", new Story(tenant).learner(n).toString(), "data-literacy", "1");
    }

    private void run(String sql, String tenant) {
        database.query(sql, Tuple.of(tenant));
    }

    private long count(String what, String tenant) {
        return database.query("select count(*) as n from " + what, Tuple.of(tenant))
                .iterator()
                .next()
                .getLong("n");
    }
}
