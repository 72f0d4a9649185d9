package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspensionReason;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What is taken back of suspensions, where not all of it is there any more. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class OwnSuspensionsIT {
    @Inject
    Issuing issuing;

    @Inject
    OlderCopy copy;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Test
    void takesBackWhichAreSuspendedAndWhichAreNotAnyMore() {
        String tenant = "held-back-before";
        Story story = new Story(tenant);
        founding.found(tenant);
        issuing.handle(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1));
        List<Inbound> said = copy.said(story, 3);
        UUID reinstated = issuing.id(story, 2);
        Event<?> first = story.suspend(reinstated, 2, SuspensionReason.UNDER_REVIEW, 20);
        said.addAll(Deliveries.read(issuing.handle(first)));
        String copied = suspensions(tenant);
        said.addAll(Deliveries.read(
                issuing.handle(story.suspend(issuing.id(story, 1), 1, SuspensionReason.SUSPECTED_ERROR, 21))));
        said.addAll(Deliveries.read(issuing.handle(story.reinstate(reinstated, 2, 22))));
        String bits = suspensions(tenant);
        List<String> standing = standing(tenant);
        copy.lose(tenant);
        founding.run("update status_list set suspended = decode('" + copied + "', 'hex') where tenant = $1", tenant);

        copy.takeBack(said);

        assertThat(standing(tenant)).isEqualTo(standing).hasSize(2);
        assertThat(suspensions(tenant)).isEqualTo(bits).isNotEqualTo(copied);
        founding.run("delete from handled where id = $1", first.header().id());
        issuing.handle(first);
        assertThat(standing(tenant)).as("read a second time").isEqualTo(standing);
        assertThat(suspensions(tenant)).isEqualTo(bits);
    }

    /** What was stored and not told before a crash is told when its partition is read again, which may be after what came later. */
    @Test
    void goesByTheNumbersOfSuspensionsAndNotByTheOrderInWhichTheyAreRead() {
        String tenant = "held-back-late";
        Story story = new Story(tenant);
        founding.found(tenant);
        issuing.handle(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1));
        List<Inbound> issued = copy.said(story, 1);
        UUID id = issuing.id(story, 1);
        List<Inbound> former = new ArrayList<>();
        former.addAll(Deliveries.read(issuing.handle(story.suspend(id, 1, SuspensionReason.UNDER_REVIEW, 20))));
        former.addAll(Deliveries.read(issuing.handle(story.reinstate(id, 1, 21))));
        List<Inbound> last =
                Deliveries.read(issuing.handle(story.suspend(id, 1, SuspensionReason.SUSPECTED_ERROR, 22)));
        List<String> standing = standing(tenant);
        copy.lose(tenant);

        copy.keep(issued);
        copy.keep(last);
        copy.takeBack(facts(former));

        assertThat(standing(tenant)).isEqualTo(standing).hasSize(1);
    }

    /** The copy is from before the tenant chose that they may be suspended: the list that the documents name has its second half again. */
    @Test
    void takesBackTheListThatSaysWhatIsSuspended() {
        Story story = new Story("suspendable-lost");
        founding.found("suspendable-lost");
        issuing.handle(story.chosen(1, StatusProfile.REVOCATION_AND_SUSPENSION), story.published(1));
        List<Inbound> said = copy.said(story, 2);
        Map<String, String> published = copy.credentials("suspendable-lost");
        copy.lose("suspendable-lost");
        founding.run(
                "update status_list set suspended = null, suspension_document = null where tenant = $1",
                "suspendable-lost");
        founding.run("update issuer set status_profile = 'REVOCATION' where tenant = $1", "suspendable-lost");

        copy.takeBack(said);

        assertThat(copy.credentials("suspendable-lost")).isEqualTo(published);
        assertThat(founding.count(
                        "status_list where tenant = $1 and suspension_document is not null", "suspendable-lost"))
                .isEqualTo(1);
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
}
