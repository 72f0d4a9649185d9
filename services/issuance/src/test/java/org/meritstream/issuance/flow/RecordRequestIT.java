package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.learnerrecord.HeldRecord;
import org.meritstream.log.Adoption;
import org.meritstream.log.Adoption.Own;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** A learner asks for a record themselves: the same decision as at a registrar's word, told to their wallet. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RecordRequestIT {
    @Inject
    Issuing issuing;

    @Inject
    Holding holding;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Test
    void makesWhatWasAskedForAndTellsTheWalletOfIt() {
        Story story = holding.two("door-made");
        Event<?> asked = story.requested(1, null, 40);

        List<Message> told = issuing.handle(asked);

        HeldRecord made = only(story);
        assertThat(made.credentials()).containsExactly(holding.part(story), holding.stack(story));
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

        issuing.handle(story.shared(made.id(), 1, Visibility.PUBLIC, 41));

        given().accept("application/vc").get("/records/" + made.id()).then().statusCode(200);
    }

    @Test
    void makesOfAStackThatAlone() {
        Story story = holding.two("door-stack");
        issuing.handle(story.publishedAs("statistics", 3), story.conferredAs("statistics", 1, 700, List.of(), 14));

        issuing.handle(story.requested(1, holding.stack(story), 40));

        assertThat(only(story).credentials()).containsExactly(holding.part(story), holding.stack(story));
        assertThat(only(story).stack()).isEqualTo(holding.stack(story));
    }

    @Test
    void makesOneHoweverOftenTheRequestIsReadAndTellsItOnce() {
        Story story = holding.two("door-once");
        Event<?> asked = story.requested(1, null, 40);
        List<Inbound> read = issuing.deliver(asked);

        List<Message> first = issuing.handle(read);
        List<Message> again = issuing.handle(read);
        List<Message> elsewhere = issuing.handle(asked);

        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(elsewhere).isEmpty();
        only(story);
    }

    @Test
    void makesTheSameWhereItWasKilledBetweenSigningAndStoring() {
        Story story = holding.two("door-killed");
        List<Inbound> read = issuing.deliver(story.requested(1, null, 40));

        issuing.driver().dieBeforeStoring(read);
        assertThat(holding.records(story)).as("recorded, not signed").hasSize(1).noneMatch(HeldRecord::signed);
        List<Message> told = issuing.handle(read);

        assertThat(only(story).signed()).isTrue();
        assertThat(told).hasSize(2);
    }

    @Test
    void meetsTheSecondOfTwoRequestsWithWhatTheFirstHadLeftUnsigned() {
        Story story = holding.two("door-two");
        List<Inbound> read = issuing.deliver(story.requested(1, null, 40), story.requested(1, null, 41));

        issuing.driver().dieBeforeStoring(read);
        List<Message> told = issuing.handle(read);

        assertThat(only(story).signed()).isTrue();
        assertThat(data(told)).filteredOn(RecordIssued.class::isInstance).hasSize(2);
    }

    @Test
    void meetsARequestWithTheRecordThatIsThereWhoeverAskedForThat() {
        Story story = holding.two("door-there");
        Event<?> byRegistrar = story.record(1, null, 40);
        assertThat(data(issuing.handle(byRegistrar)))
                .as("the wallet shows that one, too")
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(
                        RecordIssued.class,
                        issued -> assertThat(issued.request()).isNull());
        assertThat(issuing.handle(story.record(1, null, 41))).as("it was told").isEmpty();

        Event<?> asked = story.requested(1, null, 42);
        List<EventData> told = data(issuing.handle(asked));

        UUID there = only(story).id();
        assertThat(told).hasSize(2).first().isInstanceOfSatisfying(RecordIssued.class, issued -> {
            assertThat(issued.record()).isEqualTo(there);
            assertThat(issued.request()).isEqualTo(((RecordRequested) asked.data()).request());
        });
    }

    @Test
    void tellsWhyThereIsNone() {
        Story story = holding.two("door-refused");
        issuing.handle(story.profiled(3, "Nobody Yet", 5));

        assertThat(refusal(story.requested(1, holding.part(story), 40))).isEqualTo(RecordRefusal.NO_STACK);
        assertThat(refusal(story.requested(1, UUID.randomUUID(), 41))).isEqualTo(RecordRefusal.UNKNOWN_STACK);
        assertThat(refusal(story.requested(2, null, 42))).isEqualTo(RecordRefusal.UNKNOWN_LEARNER);
        assertThat(refusal(story.requested(3, null, 43))).isEqualTo(RecordRefusal.NOTHING_HELD);
        assertThat(refusal(new Story("door-nowhere").requested(1, null, 44))).isEqualTo(RecordRefusal.NO_ISSUER);
        assertThat(holding.records(story)).isEmpty();
    }

    @Test
    void keepsTwoUniversitiesApart() {
        Story one = holding.two("door-north");
        Story other = holding.two("door-south");

        issuing.handle(one.requested(1, null, 40), other.requested(1, null, 40));
        assertThat(refusal(one.requested(1, holding.stack(other), 41))).isEqualTo(RecordRefusal.UNKNOWN_STACK);
        issuing.handle(new Story("door-south").shared(only(one).id(), 1, Visibility.PUBLIC, 42));

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
        Story story = holding.two("door-shown");
        issuing.handle(story.requested(1, null, 40));

        List<EventData> told = data(issuing.handle(story.shareRecord(only(story).id(), 1, Visibility.PUBLIC, 41)));

        assertThat(told).singleElement().isInstanceOfSatisfying(RecordVisibilityChanged.class, said -> {
            assertThat(said.record()).isEqualTo(only(story).id());
            assertThat(said.visibility()).isEqualTo(Visibility.PUBLIC);
        });
    }

    @Test
    void tellsTheWalletThatARegistrarStoppedSharingIt() {
        Story story = holding.two("door-hidden");
        issuing.handle(story.requested(1, null, 40));
        UUID record = only(story).id();
        issuing.handle(story.shareRecord(record, 1, Visibility.PUBLIC, 41));
        given().accept("application/vc").get("/records/" + record).then().statusCode(200);

        List<EventData> told = data(issuing.handle(story.shareRecord(record, 1, Visibility.PRIVATE, 42)));

        assertThat(told).singleElement().isInstanceOfSatisfying(RecordVisibilityChanged.class, said -> {
            assertThat(said.record()).isEqualTo(record);
            assertThat(said.visibility()).isEqualTo(Visibility.PRIVATE);
        });
        given().accept("application/vc").get("/records/" + record).then().statusCode(404);
    }

    @Test
    void isTakenBackByAStoreThatLacksIt() {
        Story story = holding.two("door-restored");
        List<Inbound> said = Deliveries.read(issuing.handle(story.requested(1, null, 40)));
        HeldRecord published = only(story);
        database.query("delete from learner_record where tenant = $1", Tuple.of(story.tenant()));

        adoption.keep(new Own(said, List.of()), List.of());
        adoption.keep(new Own(said, List.of()), List.of());

        assertThat(only(story)).usingRecursiveComparison().isEqualTo(published);
    }

    private HeldRecord only(Story story) {
        assertThat(holding.records(story)).hasSize(1);
        return holding.records(story).getFirst();
    }

    private RecordRefusal refusal(Event<?> asked) {
        List<EventData> told = data(issuing.handle(asked));
        assertThat(told).singleElement().isInstanceOf(RecordRefused.class);
        RecordRefused refused = (RecordRefused) told.getFirst();
        assertThat(refused.request()).isEqualTo(((RecordRequested) asked.data()).request());
        return refused.reason();
    }

    private static List<EventData> data(List<Message> told) {
        return told.stream().<EventData>map(Anew::data).toList();
    }
}
