package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Row;
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
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Securing;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.endorsement.Endorsements;
import org.meritstream.issuance.endorsement.HeldEndorsement;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.log.Adoption;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** What issuers say of each other in public, from the command to whoever reads it. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class EndorsementIT {
    private static final String WORDS = "We admit its holders to <b>Statistics II</b>.\n\nAll of them.";

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

    @Inject
    Endorsements endorsements;

    private final Deliveries log = new Deliveries();

    @Test
    void isSignedPublishedAndVerifiedAsAnyCredential() {
        two("by-one", "of-one");
        UUID id = endorsed("by-one", version("of-one"), 20);

        given().accept("application/vc")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .contentType("application/vc");
        JsonPath document = given().accept("application/json")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .body("type", hasItem("EndorsementCredential"))
                .body("issuer.id", equalTo("did:web:localhost%3A8080:issuers:by-one"))
                .body("credentialSubject.id", equalTo(version("of-one")))
                .body("credentialSubject.endorsementComment", equalTo(WORDS))
                .body("credentialStatus.statusListCredential", endsWith("/status/by-one-1"))
                .extract()
                .jsonPath();
        assertThat(document.getString("name")).isEqualTo("Endorsement of Data Literacy");
        verify(id).body("verified", equalTo(true)).body("credential.kind", equalTo("endorsement"));
        given().contentType("application/json")
                .body("{\"url\":\"http://localhost:8080/endorsements/" + id + "\"}")
                .post("/api/verify")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
        given().accept("text/html")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .body(containsString("This endorsement is valid"))
                .body(containsString("&lt;b&gt;Statistics II"));
    }

    @Test
    void isRefusedByTheVerifierWhereAWordWasChanged() {
        two("by-changed", "of-changed");
        UUID id = endorsed("by-changed", version("of-changed"), 20);
        String changed = secured(id).replace("Statistics II", "Rocket science");

        given().contentType("application/json")
                .body(changed)
                .post("/api/verify")
                .then()
                .body("verified", equalTo(false));
    }

    @Test
    void standsOnThePageOfACredentialUntilItIsTakenBack() {
        two("by-page", "of-page");
        String credential = shared("of-page");
        UUID version = endorsed("by-page", version("of-page"), 20);
        UUID issuer = endorsed("by-page", "http://localhost:8080/issuers/of-page", 21);

        assertThat(page(credential))
                .contains(
                        "Who vouches for it",
                        "/endorsements/" + version,
                        "/endorsements/" + issuer,
                        "University by-page")
                .contains("This endorsement is valid");
        given().queryParam("of", version("of-page"))
                .get("/endorsements")
                .then()
                .statusCode(200)
                .body("endorsements", hasSize(1))
                .body("endorsements[0].id", endsWith(version.toString()));
        given().queryParam("of", "did:web:localhost%3A8080:issuers:of-page")
                .get("/endorsements")
                .then()
                .body("endorsements.id", hasItem(endsWith(issuer.toString())));

        handle(new Story("by-page").revokeEndorsement(version, 30));

        assertThat(page(credential)).doesNotContain("/endorsements/" + version).contains("/endorsements/" + issuer);
        given().queryParam("of", version("of-page")).get("/endorsements").then().body("endorsements", hasSize(0));
        verify(version).body("verified", equalTo(false));
        given().accept("text/html")
                .get("/endorsements/" + version)
                .then()
                .statusCode(200)
                .body(containsString("This endorsement was taken back"));
        verify(issuer).body("verified", equalTo(true));
    }

    @Test
    void isIssuedOnceHoweverOftenItIsAskedFor() {
        two("by-twice", "of-twice");
        Event<?> command = new Story("by-twice").endorse(version("of-twice"), WORDS, 20);

        assertThat(handle(command)).hasSize(1);
        assertThat(handle(command)).isEmpty();
        assertThat(handle(
                        new Story("by-twice").endorse(version("of-twice"), WORDS, 21),
                        new Story("by-twice").endorse(version("of-twice"), WORDS, 22)))
                .isEmpty();
        assertThat(handle(new Story("by-twice").endorse(version("of-twice"), "Other words.", 23)))
                .isEmpty();
        assertThat(rows("by-twice")).hasSize(1);
        assertThat(endorsed("of-twice", version("of-twice"), 24))
                .as("another tenant's")
                .isNotNull();
    }

    @Test
    void isIssuedAnewAfterItWasTakenBackEvenInOneBatch() {
        two("by-anew", "of-anew");
        UUID first = endorsed("by-anew", version("of-anew"), 20);

        List<Message> said = handle(
                new Story("by-anew").revokeEndorsement(first, 30),
                new Story("by-anew").revokeEndorsement(first, 31),
                new Story("by-anew").endorse(version("of-anew"), "Other words.", 32));

        assertThat(said).hasSize(2);
        assertThat(rows("by-anew"))
                .extracting(HeldEndorsement::revokedAt)
                .filteredOn(at -> at == null)
                .hasSize(1);
        verify(first).body("verified", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/achievements/of-refused.data-literacy/2, unknown-endorsed, 409",
        "http://localhost:8080/issuers/nobody, unknown-endorsed, 409",
        "http://localhost:8080/issuers/by-refused, endorsing-oneself, 409"
    })
    void isRefusedInWords(String endorsed, String type, int status) {
        two("by-refused", "of-refused");
        Event<?> command = new Story("by-refused").endorse(endorsed, WORDS, 20);

        assertThat(handle(command)).isEmpty();

        assertThat(outcome(command)).contains("/" + type).contains(Integer.toString(status));
        assertThat(rows("by-refused")).isEmpty();
    }

    @Test
    void takesBackNothingOfAnotherTenant() {
        two("by-guarded", "of-guarded");
        UUID id = endorsed("by-guarded", version("of-guarded"), 20);
        Event<?> command = new Story("of-guarded").revokeEndorsement(id, 30);

        assertThat(handle(command)).isEmpty();

        assertThat(outcome(command)).contains("unknown-endorsement");
        verify(id).body("verified", equalTo(true));
    }

    /** By every proof, and as a token; of parts to be disclosed there is nothing here. */
    @Test
    void isSecuredInTheWaysOfItsIssuer() {
        two("by-ways", "of-ways", Securing.values());
        UUID id = endorsed("by-ways", version("of-ways"), 20);

        assertThat(new JsonPath(secured(id)).getList("proof.cryptosuite"))
                .containsExactly("eddsa-rdfc-2022", "ecdsa-rdfc-2019", "ecdsa-rdfc-2019", "eddsa-jcs-2022");
        verify(id).body("verified", equalTo(true));
        String token = given().accept("application/vc+jwt")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vc+jwt"))
                .extract()
                .asString();
        given().accept("image/png").get("/endorsements/" + id).then().statusCode(406);
        given().contentType("text/plain").body(token).post("/api/verify").then().body("verified", equalTo(true));
    }

    @Test
    void isSignedUnderTheSameEntryAfterACrashBetweenRecordingAndSigning() {
        two("by-crash", "of-crash");
        Event<?> command = new Story("by-crash").endorse(version("of-crash"), WORDS, 20);
        UUID id = ids.of("by-crash", "endorsement", command.header().id());
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

        assertThat(handle(command)).hasSize(1);

        verify(id).body("verified", equalTo(true));
        assertThat(new JsonPath(secured(id)).getString("credentialStatus.statusListIndex"))
                .isEqualTo("77");
    }

    /** What was published stands after a restore, with its entry, and reading the commands again adds nothing. */
    @Test
    void isTakenBackByARestoredStore() {
        two("by-restored", "of-restored");
        List<Event<?>> commands = new ArrayList<>();
        List<Message> said = new ArrayList<>();
        for (int minute : new int[] {20, 22}) {
            Event<?> endorse = new Story("by-restored").endorse(version("of-restored"), WORDS + minute, minute);
            UUID id = ids.of("by-restored", "endorsement", endorse.header().id());
            commands.addAll(List.of(endorse, new Story("by-restored").revokeEndorsement(id, minute + 1)));
        }
        commands.removeLast();
        commands.forEach(command -> said.addAll(handle(command)));
        List<HeldEndorsement> before = rows("by-restored");
        database.query("delete from endorsement where tenant = $1", Tuple.of("by-restored"));
        database.query("update status_list set counter = 0 where tenant = $1", Tuple.of("by-restored"));
        database.query("delete from handled where id = any($1)", Tuple.of((Object)
                commands.stream().map(command -> command.header().id()).toArray(String[]::new)));

        for (int round = 0; round < 2; round++) {
            adoption.keep(new Adoption.Own(read(said), List.of()), List.of());
        }
        commands.forEach(command -> handler.handle(new Deliveries(5_000).deliver(List.of(command))));

        assertThat(before).hasSize(2);
        assertThat(rows("by-restored")).isEqualTo(before);
        assertThat(database.query("select counter from status_list where tenant = $1", Tuple.of("by-restored"))
                        .iterator()
                        .next()
                        .getInteger("counter"))
                .isEqualTo(2);
        verify(before.get(0).id()).body("verified", equalTo(false));
        verify(before.get(1).id()).body("verified", equalTo(true));
    }

    @Test
    void asksForWhatIsEndorsed() {
        given().get("/endorsements").then().statusCode(400).body("type", endsWith("invalid-request"));
        given().queryParam("of", "x".repeat(901)).get("/endorsements").then().statusCode(400);
        given().queryParam("of", "nothing\"}")
                .get("/endorsements")
                .then()
                .statusCode(200)
                .body("endorsements", hasSize(0));
        given().get("/endorsements/nonsense").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html")
                .get("/endorsements/nonsense")
                .then()
                .statusCode(404)
                .contentType("text/html");
    }

    private void two(String by, String of, Securing... securings) {
        if (database.query("select 1 from issuer where tenant = $1", Tuple.of(by))
                        .size()
                == 0) {
            founding.found(by, securings.length == 0 ? new Securing[] {Securing.EDDSA_RDFC_2022} : securings);
            founding.found(of);
            handle(new Story(of).published(1));
        }
    }

    private static String version(String tenant) {
        return "http://localhost:8080/achievements/" + tenant + ".data-literacy/1";
    }

    private UUID endorsed(String by, String endorsed, int minute) {
        Event<?> command = new Story(by).endorse(endorsed, WORDS, minute);
        assertThat(handle(command)).hasSize(1);
        return ids.of(by, "endorsement", command.header().id());
    }

    private List<Message> handle(Event<?>... events) {
        return handler.handle(log.deliver(List.of(events)));
    }

    private String shared(String tenant) {
        Story story = new Story(tenant);
        UUID id = ids.of(tenant, "credential", story.learner(1).toString(), "data-literacy", "1");
        handle(story.profiled(1, "Amina", 2), story.conferred(1, 10), story.shared(id, 1, Visibility.PUBLIC, 11));
        return id.toString();
    }

    private static String page(String credential) {
        return given().accept("text/html")
                .get("/credentials/" + credential)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String secured(UUID id) {
        return given().accept("application/vc")
                .get("/endorsements/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse verify(UUID id) {
        return given().contentType("application/json")
                .body(secured(id))
                .post("/api/verify")
                .then()
                .statusCode(200);
    }

    private String outcome(Event<?> command) {
        Row row = database.query(
                        "select to_jsonb(o)::text as text from command_outcome o where id = $1",
                        Tuple.of(UUID.fromString(command.header().id())))
                .iterator()
                .next();
        return row.getString("text");
    }

    private List<HeldEndorsement> rows(String tenant) {
        return endorsements
                .load(List.of(), List.of(tenant), List.of(version(tenant.replaceFirst("^by-", "of-"))))
                .stream()
                .sorted(Comparator.comparing(HeldEndorsement::issuedAt))
                .toList();
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
