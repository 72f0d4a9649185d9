package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.issuance.flow.OverHttp.signed;
import static org.meritstream.issuance.flow.OverHttp.verify;
import static org.meritstream.issuance.flow.Vouching.WORDS;
import static org.meritstream.issuance.flow.Vouching.version;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.log.Adoption;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What issuers say of each other is signed once and taken back once, whatever is read again, lost or asked in between. On a real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class EndorsementIT {
    @Inject
    Issuing issuing;

    @Inject
    Vouching vouching;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Endorsements endorsements;

    @Test
    void isIssuedOnceHoweverOftenItIsAskedFor() {
        vouching.two("by-twice", "of-twice");
        Event<?> command = new Story("by-twice").endorse(version("of-twice"), WORDS, 20);

        assertThat(issuing.handle(command)).hasSize(1);
        assertThat(issuing.handle(command)).isEmpty();
        assertThat(issuing.handle(
                        new Story("by-twice").endorse(version("of-twice"), WORDS, 21),
                        new Story("by-twice").endorse(version("of-twice"), WORDS, 22)))
                .isEmpty();
        assertThat(issuing.handle(new Story("by-twice").endorse(version("of-twice"), "Other words.", 23)))
                .isEmpty();
        assertThat(rows("by-twice")).hasSize(1);
        assertThat(vouching.endorsed("of-twice", version("of-twice"), 24))
                .as("another tenant's")
                .isNotNull();
    }

    @Test
    void isIssuedAnewAfterItWasTakenBackEvenInOneBatch() {
        vouching.two("by-anew", "of-anew");
        UUID first = vouching.endorsed("by-anew", version("of-anew"), 20);

        List<Message> said = issuing.handle(
                new Story("by-anew").revokeEndorsement(first, 30),
                new Story("by-anew").revokeEndorsement(first, 31),
                new Story("by-anew").endorse(version("of-anew"), "Other words.", 32));

        assertThat(said).hasSize(2);
        assertThat(rows("by-anew"))
                .extracting(HeldEndorsement::revokedAt)
                .filteredOn(at -> at == null)
                .hasSize(1);
        verify("/endorsements/" + first).body("verified", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/achievements/of-refused.data-literacy/2, unknown-endorsed, 409",
        "http://localhost:8080/issuers/nobody, unknown-endorsed, 409",
        "http://localhost:8080/issuers/by-refused, endorsing-oneself, 409"
    })
    void isRefusedInWords(String endorsed, String type, int status) {
        vouching.two("by-refused", "of-refused");
        Event<?> command = new Story("by-refused").endorse(endorsed, WORDS, 20);

        assertThat(issuing.handle(command)).isEmpty();

        assertThat(issuing.outcome(command)).contains("/" + type).contains(Integer.toString(status));
        assertThat(rows("by-refused")).isEmpty();
    }

    @Test
    void takesBackNothingOfAnotherTenant() {
        vouching.two("by-guarded", "of-guarded");
        UUID id = vouching.endorsed("by-guarded", version("of-guarded"), 20);
        Event<?> command = new Story("of-guarded").revokeEndorsement(id, 30);

        assertThat(issuing.handle(command)).isEmpty();

        assertThat(issuing.outcome(command)).contains("unknown-endorsement");
        verify("/endorsements/" + id).body("verified", equalTo(true));
    }

    @Test
    void isSignedUnderTheSameEntryAfterACrashBetweenRecordingAndSigning() {
        vouching.two("by-crash", "of-crash");
        Event<?> command = new Story("by-crash").endorse(version("of-crash"), WORDS, 20);
        UUID id = vouching.id(command);
        endorsements.record(List.of(new HeldEndorsement(
                id,
                "by-crash",
                version("of-crash"),
                WORDS,
                new StatusEntry("by-crash-1", 77),
                "{}",
                Story.START,
                null,
                null,
                null)));
        given().get("/endorsements/" + id).then().statusCode(404).body("type", endsWith("unknown-endorsement"));

        assertThat(issuing.handle(command)).hasSize(1);

        verify("/endorsements/" + id).body("verified", equalTo(true));
        assertThat(new JsonPath(signed("/endorsements/" + id)).getString("credentialStatus.statusListIndex"))
                .isEqualTo("77");
    }

    /** What was published stands after a restore, with its entry, and reading the commands again adds nothing. */
    @Test
    void isTakenBackByARestoredStore() {
        vouching.two("by-restored", "of-restored");
        List<Event<?>> commands = new ArrayList<>();
        List<Message> said = new ArrayList<>();
        for (int minute : new int[] {20, 22}) {
            Event<?> endorse = new Story("by-restored").endorse(version("of-restored"), WORDS + minute, minute);
            UUID id = vouching.id(endorse);
            commands.addAll(List.of(endorse, new Story("by-restored").revokeEndorsement(id, minute + 1)));
        }
        commands.removeLast();
        commands.forEach(command -> said.addAll(issuing.handle(command)));
        List<HeldEndorsement> before = rows("by-restored");
        database.query("delete from endorsement where tenant = $1", Tuple.of("by-restored"));
        database.query("update status_list set counter = 0 where tenant = $1", Tuple.of("by-restored"));
        database.query("delete from handled where id = any($1)", Tuple.of((Object)
                commands.stream().map(command -> command.header().id()).toArray(String[]::new)));

        for (int round = 0; round < 2; round++) {
            adoption.keep(new Adoption.Own(Deliveries.read(said), List.of()), List.of());
        }
        commands.forEach(command -> issuing.handle(new Deliveries(5_000).deliver(List.of(command))));

        assertThat(before).hasSize(2);
        assertThat(rows("by-restored")).isEqualTo(before);
        assertThat(database.query("select counter from status_list where tenant = $1", Tuple.of("by-restored"))
                        .iterator()
                        .next()
                        .getInteger("counter"))
                .isEqualTo(2);
        verify("/endorsements/" + before.get(0).id()).body("verified", equalTo(false));
        verify("/endorsements/" + before.get(1).id()).body("verified", equalTo(true));
    }

    private List<HeldEndorsement> rows(String tenant) {
        return endorsements
                .load(List.of(), List.of(tenant), List.of(version(tenant.replaceFirst("^by-", "of-"))))
                .stream()
                .sorted(Comparator.comparing(HeldEndorsement::issuedAt))
                .toList();
    }
}
