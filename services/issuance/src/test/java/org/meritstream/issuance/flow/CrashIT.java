package org.meritstream.issuance.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.Securing;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.issuance.credential.Sealing;
import org.meritstream.issuance.credential.SigningPool;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.status.ListSigning;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Handled;
import org.meritstream.log.Inbound;
import org.meritstream.log.Journal;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;
import org.meritstream.log.Turn;
import org.meritstream.log.Turns;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.log.postgres.Waiting;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;

/** A crash after recording and before the turn is stored: the next try signs the same row, under the same entry, once. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class CrashIT {
    @Inject
    IssuanceWork work;

    @Inject
    PostgresJournal journal;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    Parts parts;

    @Test
    void signsWhatWasRecordedUnderTheSameEntry() {
        List<Inbound> batch = batch("crashed");
        assertThatThrownBy(() -> new Turns<>(work, new Crashing()).handle(batch))
                .hasMessage("crash");
        Row recorded = credential("crashed");

        List<Message> emitted = handler.handle(batch);

        Row signed = credential("crashed");
        assertThat(recorded.getString("value")).isNull();
        assertThat(signed.getString("value")).startsWith("z");
        assertThat(signed.getInteger("status_index")).isEqualTo(recorded.getInteger("status_index"));
        assertThat(signed.getString("document")).isEqualTo(recorded.getString("document"));
        assertThat(signed.getInteger("counter")).isEqualTo(1);
        assertThat(emitted).hasSize(3);
    }

    @Test
    void signsInEveryWayWhatWasRecordedAndStoresWhatItTells() {
        founding.found("crashed-many", Securing.EDDSA_RDFC_2022, Securing.ECDSA_RDFC_2019_P256, Securing.VC_JWT_ES256);
        List<Inbound> batch = events("crashed-many");
        assertThatThrownBy(() -> new Turns<>(work, new Crashing()).handle(batch))
                .hasMessage("crash");
        List<String> recorded = values("crashed-many");

        List<Message> first = handler.handle(batch);
        List<Message> again = handler.handle(batch);

        assertThat(recorded).containsOnlyNulls().hasSize(3);
        assertThat(values("crashed-many")).doesNotContainNull().hasSize(3);
        assertThat(again)
                .extracting(message -> new String(message.body(), UTF_8))
                .as("what is random is told as it was stored")
                .isEqualTo(first.stream()
                        .map(message -> new String(message.body(), UTF_8))
                        .toList());
        assertThat(new String(first.get(1).body(), UTF_8))
                .contains(values("crashed-many").stream()
                        .filter(value -> !value.startsWith("z"))
                        .toList());
    }

    /** Written anew it names a list that nobody took an entry of since the choice. */
    @Test
    void signsWhatWasRecordedBeforeItsTenantChoseThatItMayBeSuspended() {
        List<Inbound> batch = batch("crashed-suspendable");
        assertThatThrownBy(() -> new Turns<>(work, new Crashing()).handle(batch))
                .hasMessage("crash");
        int recorded = credential("crashed-suspendable").getInteger("status_index");
        handler.handle(new Deliveries(100)
                .deliver(
                        List.of(new Story("crashed-suspendable").chosen(20, StatusProfile.REVOCATION_AND_SUSPENSION))));

        handler.handle(batch);

        Row signed = credential("crashed-suspendable");
        assertThat(signed.getString("document")).contains("crashed-suspendable-1-suspension#" + recorded);
        assertThat(signed.getString("suspension_document")).contains("crashed-suspendable-1-suspension");
    }

    @Test
    void asksOnceForAllThatWasRecordedWhetherTheirListHasItsSecondHalf() {
        founding.found("crashed-crowd");
        Story story = new Story("crashed-crowd");
        List<Event<?>> events = new ArrayList<>(List.of(story.published(3)));
        for (int n = 1; n <= 3; n++) {
            events.add(story.profiled(n, "Amina Yilmaz", 1));
            events.add(story.conferred(n, 10));
        }
        List<Inbound> batch = new Deliveries().deliver(events);
        assertThatThrownBy(() -> new Turns<>(work, new Crashing()).handle(batch))
                .hasMessage("crash");
        handler.handle(new Deliveries(100).deliver(List.of(story.chosen(20, StatusProfile.REVOCATION_AND_SUSPENSION))));
        AtomicInteger asked = new AtomicInteger();

        new Turns<>(counting(asked), journal).handle(batch);

        assertThat(values("crashed-crowd")).doesNotContainNull().hasSize(3);
        assertThat(asked).hasValue(1);
    }

    private IssuanceWork counting(AtomicInteger asked) {
        StatusLists lists = new StatusLists(database, parts.listSigning(), parts.ids()) {
            @Override
            public void suspending(SigningIssuer issuer, Collection<StatusEntry> entries) {
                asked.incrementAndGet();
                super.suspending(issuer, entries);
            }
        };
        Minting minting = new Minting(parts.credentials(), lists, parts.sealing(), parts.ids(), parts.pool());
        return new IssuanceWork(
                new Preparation(parts.stores(), parts.waiting(), minting, parts.beside(), parts.ids()), parts.ids());
    }

    /** What a turn is readied with. */
    @Dependent
    record Parts(
            Stores stores,
            Waiting waiting,
            Preparation.Beside beside,
            Credentials credentials,
            ListSigning listSigning,
            Sealing sealing,
            SigningPool pool,
            KeyedIds ids) {}

    private List<String> values(String tenant) {
        List<String> values = new ArrayList<>();
        database.query(
                        "select s.value from securing s join credential c on c.id = s.credential where c.tenant = $1",
                        Tuple.of(tenant))
                .forEach(row -> values.add(row.getString("value")));
        return values;
    }

    private List<Inbound> batch(String tenant) {
        founding.found(tenant);
        return events(tenant);
    }

    private static List<Inbound> events(String tenant) {
        Story story = new Story(tenant);
        List<Event<?>> events =
                List.of(story.profiled(1, "Amina Yilmaz", 1), story.published(3), story.conferred(1, 10));
        return new Deliveries().deliver(events);
    }

    private Row credential(String tenant) {
        String sql =
                "select c.*, s.value, l.counter, l.suspension_document from credential c join securing s on s.credential = c.id"
                        + " join status_list l on l.id = c.status_list where c.tenant = $1";
        return database.query(sql, Tuple.of(tenant)).iterator().next();
    }

    /** Reads as the real one does, and dies instead of storing. */
    private final class Crashing implements Journal<Write> {
        @Override
        public Map<String, Handled> known(Collection<Inbound> events) {
            return journal.known(events);
        }

        @Override
        public List<Position> next() {
            return journal.next();
        }

        @Override
        public int forget(String topic, Instant handledBefore, int most) {
            return journal.forget(topic, handledBefore, most);
        }

        @Override
        public void commit(Turn<Write> turn) {
            throw new IllegalStateException("crash");
        }
    }
}
