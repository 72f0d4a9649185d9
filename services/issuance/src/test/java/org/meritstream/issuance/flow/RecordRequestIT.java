package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.issuance.learnerrecord.LearnerRecords;
import org.meritstream.log.Adoption;
import org.meritstream.log.Adoption.Own;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.PostgresJournal;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** A learner asks for a record themselves: the same decision as at a registrar's word, told to their wallet. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RecordRequestIT {
    @Inject
    BatchHandler handler;

    @Inject
    IssuanceWork work;

    @Inject
    PostgresJournal journal;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    @Inject
    LearnerRecords records;

    private final Deliveries log = new Deliveries();

    @Test
    void makesWhatWasAskedForAndTellsTheWalletOfIt() {
        Story story = holding("door-made");
        Event<?> asked = story.requested(1, null, 40);

        List<Message> told = handle(asked);

        HeldRecord made = only(story);
        assertThat(made.credentials()).containsExactly(part(story), stack(story));
        assertThat(data(told))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(RecordIssued.class, issued -> {
                            assertThat(issued.record()).isEqualTo(made.id());
                            assertThat(issued.request()).isEqualTo(((RecordRequested) asked.data()).request());
                            assertThat(issued.learner()).isEqualTo(story.learner(1));
                            assertThat(issued.credentials()).isEqualTo(made.credentials());
                            assertThat(issued.address()).endsWith("/records/" + made.id());
                        }),
                        second -> assertThat(second).isInstanceOfSatisfying(RecordDocument.class, document -> {
                            assertThat(document.record()).isEqualTo(made.id());
                            assertThat(document.name()).isEqualTo("Learner record from University door-made");
                            assertThat(document.forms().getFirst().document()).isEqualTo(made.made());
                        }));
        assertThat(told)
                .allSatisfy(
                        message -> assertThat(EventContract.refusals(message)).isEmpty());
        assertThat(told.getFirst().topic()).isEqualTo(Topics.CREDENTIAL);
        assertThat(new String(told.getFirst().body(), java.nio.charset.StandardCharsets.UTF_8))
                .as("no name where none belongs")
                .doesNotContain("Amina");
        given().get("/records/" + made.id()).then().statusCode(404);

        handle(story.shared(made.id(), 1, Visibility.PUBLIC, 41));

        given().accept("application/vc").get("/records/" + made.id()).then().statusCode(200);
    }

    @Test
    void makesOfAStackThatAlone() {
        Story story = holding("door-stack");
        handle(story.publishedAs("statistics", 3), story.conferredAs("statistics", 1, 700, List.of(), 14));

        handle(story.requested(1, stack(story), 40));

        assertThat(only(story).credentials()).containsExactly(part(story), stack(story));
        assertThat(only(story).stack()).isEqualTo(stack(story));
    }

    @Test
    void makesOneHoweverOftenTheRequestIsReadAndTellsItOnce() {
        Story story = holding("door-once");
        Event<?> asked = story.requested(1, null, 40);
        Inbound read = log.deliver(asked);

        List<Message> first = handler.handle(List.of(read));
        List<Message> again = handler.handle(List.of(read));
        List<Message> elsewhere = handle(asked);

        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(elsewhere).isEmpty();
        only(story);
    }

    @Test
    void makesTheSameWhereItWasKilledBetweenSigningAndStoring() {
        Story story = holding("door-killed");
        List<Inbound> read = log.deliver(List.of(story.requested(1, null, 40)));

        new Driver(handler, work, journal, log).dieBeforeStoring(read);
        assertThat(of(story)).as("recorded, not signed").hasSize(1).noneMatch(HeldRecord::signed);
        List<Message> told = handler.handle(read);

        assertThat(only(story).signed()).isTrue();
        assertThat(told).hasSize(2);
    }

    @Test
    void meetsTheSecondOfTwoRequestsWithWhatTheFirstHadLeftUnsigned() {
        Story story = holding("door-two");
        List<Inbound> read = log.deliver(List.of(story.requested(1, null, 40), story.requested(1, null, 41)));

        new Driver(handler, work, journal, log).dieBeforeStoring(read);
        List<Message> told = handler.handle(read);

        assertThat(only(story).signed()).isTrue();
        assertThat(data(told)).filteredOn(RecordIssued.class::isInstance).hasSize(2);
    }

    @Test
    void meetsARequestWithTheRecordThatIsThereWhoeverAskedForThat() {
        Story story = holding("door-there");
        Event<?> byRegistrar = story.record(1, null, 40);
        assertThat(data(handle(byRegistrar)))
                .as("the wallet shows that one, too")
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        RecordIssued.class,
                        issued -> assertThat(issued.request()).isNull());
        assertThat(handle(story.record(1, null, 41))).as("it was told").isEmpty();

        Event<?> asked = story.requested(1, null, 42);
        List<EventData> told = data(handle(asked));

        UUID there = only(story).id();
        assertThat(told).hasSize(2).first().isInstanceOfSatisfying(RecordIssued.class, issued -> {
            assertThat(issued.record()).isEqualTo(there);
            assertThat(issued.request()).isEqualTo(((RecordRequested) asked.data()).request());
        });
    }

    @Test
    void tellsWhyThereIsNone() {
        Story story = holding("door-refused");
        handle(story.profiled(3, "Nobody Yet", 5));

        assertThat(refusal(story.requested(1, part(story), 40))).isEqualTo(RecordRefusal.NO_STACK);
        assertThat(refusal(story.requested(1, UUID.randomUUID(), 41))).isEqualTo(RecordRefusal.UNKNOWN_STACK);
        assertThat(refusal(story.requested(2, null, 42))).isEqualTo(RecordRefusal.UNKNOWN_LEARNER);
        assertThat(refusal(story.requested(3, null, 43))).isEqualTo(RecordRefusal.NOTHING_HELD);
        assertThat(refusal(new Story("door-nowhere").requested(1, null, 44))).isEqualTo(RecordRefusal.NO_ISSUER);
        assertThat(of(story)).isEmpty();
    }

    @Test
    void keepsTwoUniversitiesApart() {
        Story one = holding("door-north");
        Story other = holding("door-south");

        handle(one.requested(1, null, 40), other.requested(1, null, 40));
        assertThat(refusal(one.requested(1, stack(other), 41))).isEqualTo(RecordRefusal.UNKNOWN_STACK);
        handle(new Story("door-south").shared(only(one).id(), 1, Visibility.PUBLIC, 42));

        assertThat(only(one).id()).isNotEqualTo(only(other).id());
        assertThat(only(one).credentials())
                .doesNotContainAnyElementsOf(only(other).credentials());
        given().accept("application/vc")
                .get("/records/" + only(one).id())
                .then()
                .statusCode(404);
    }

    @Test
    void tellsTheWalletWhatARegistrarSharedAtTheLearnersWord() {
        Story story = holding("door-shown");
        handle(story.requested(1, null, 40));

        List<EventData> told = data(handle(story.shareRecord(only(story).id(), 1, Visibility.PUBLIC, 41)));

        assertThat(told).singleElement().isInstanceOfSatisfying(RecordVisibilityChanged.class, said -> {
            assertThat(said.record()).isEqualTo(only(story).id());
            assertThat(said.visibility()).isEqualTo(Visibility.PUBLIC);
        });
    }

    @Test
    void tellsTheWalletThatARegistrarStoppedSharingIt() {
        Story story = holding("door-hidden");
        handle(story.requested(1, null, 40));
        UUID record = only(story).id();
        handle(story.shareRecord(record, 1, Visibility.PUBLIC, 41));
        given().accept("application/vc").get("/records/" + record).then().statusCode(200);

        List<EventData> told = data(handle(story.shareRecord(record, 1, Visibility.PRIVATE, 42)));

        assertThat(told).singleElement().isInstanceOfSatisfying(RecordVisibilityChanged.class, said -> {
            assertThat(said.record()).isEqualTo(record);
            assertThat(said.visibility()).isEqualTo(Visibility.PRIVATE);
        });
        given().accept("application/vc").get("/records/" + record).then().statusCode(404);
    }

    @Test
    void isTakenBackByAStoreThatLacksIt() {
        Story story = holding("door-restored");
        List<Inbound> said = read(handle(story.requested(1, null, 40)));
        HeldRecord published = only(story);
        database.query("delete from learner_record where tenant = $1", Tuple.of(story.tenant()));

        adoption.keep(new Own(said, List.of()), List.of());
        adoption.keep(new Own(said, List.of()), List.of());

        assertThat(only(story)).usingRecursiveComparison().isEqualTo(published);
    }

    private Story holding(String tenant) {
        Story story = new Story(tenant);
        founding.found(tenant);
        handle(story.published(1), story.publishedAnother(2), story.profiled(1, "Amina", 3), story.conferred(1, 10));
        handle(story.conferredAs("research-methods", 1, 600, List.of(part(story)), 12));
        return story;
    }

    private UUID part(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
    }

    private UUID stack(Story story) {
        return ids.of(story.tenant(), "credential", story.learner(1).toString(), "research-methods", "1");
    }

    private HeldRecord only(Story story) {
        assertThat(of(story)).hasSize(1);
        return of(story).getFirst();
    }

    private List<HeldRecord> of(Story story) {
        return records.of(List.of(new LearnerKey(story.tenant(), story.learner(1))));
    }

    private RecordRefusal refusal(Event<?> asked) {
        List<EventData> told = data(handle(asked));
        assertThat(told).singleElement().isInstanceOf(RecordRefused.class);
        RecordRefused refused = (RecordRefused) told.getFirst();
        assertThat(refused.request()).isEqualTo(((RecordRequested) asked.data()).request());
        return refused.reason();
    }

    private List<Message> handle(Event<?>... events) {
        return handler.handle(log.deliver(List.of(events)));
    }

    private static List<EventData> data(List<Message> told) {
        return told.stream().<EventData>map(Anew::data).toList();
    }

    private static List<Inbound> read(List<Message> said) {
        List<Inbound> read = new ArrayList<>();
        said.forEach(message -> read.add(new Inbound(
                new Position(message.topic(), 0, read.size()),
                EventFormat.read(message.headers(), message.body()),
                message)));
        return read;
    }
}
