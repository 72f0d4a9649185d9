package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.Broker.PATIENCE;
import static org.meritstream.issuance.flow.Broker.append;
import static org.meritstream.issuance.flow.Broker.await;
import static org.meritstream.issuance.flow.OverHttp.judged;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Event;
import org.meritstream.issuance.issuer.FeedTopics;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.Topic;

/** Staff do the same to many credentials, and say that a key is compromised, over HTTP, a real broker and a real PostgreSQL. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class BulkFlowIT {
    private static final int LEARNERS = 5;
    private static final String ALL = "{\"operation\":\"RENEW\",\"select\":{\"achievement\":\"data-literacy\"}}";

    @Inject
    KeyedIds ids;

    @Inject
    Founding founding;

    @Inject
    FeedTopics feeds;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "crowd"))
    void foreseesAndDoesAndTellsOfEach() {
        begun("crowd");
        begun("many-others");

        Response foreseen = preview(ALL, "?limit=2");
        assertThat(foreseen.jsonPath().getInt("counts.total")).isEqualTo(LEARNERS);
        assertThat(foreseen.jsonPath().getInt("counts.done")).isEqualTo(LEARNERS);
        assertThat(foreseen.jsonPath().getList("rows")).hasSize(2);
        Response second = preview(ALL, "?limit=10&after=" + foreseen.jsonPath().getString("next"));
        assertThat(second.jsonPath().getList("rows")).hasSize(LEARNERS - 2);
        assertThat(second.jsonPath().getString("next")).isNull();

        Response taken = run(ALL);
        assertThat(taken.statusCode()).isEqualTo(202);
        String link = taken.jsonPath().getString("link");
        await(() -> "DONE".equals(judged().get(link).jsonPath().getString("state")));

        assertThat(judged().get(link).jsonPath().getInt("done")).isEqualTo(LEARNERS);
        List<String> credentials =
                judged().get(link + "/rows?limit=3").jsonPath().getList("rows.credential");
        assertThat(credentials).hasSize(3);
        String table = judged().accept("text/csv").get(link + "/rows").asString();
        assertThat(table.split("\r\n", -1)).hasSize(LEARNERS + 2);
        assertThat(table)
                .startsWith("credential,verdict,result,reason,detail\r\n")
                .contains(credentials.get(0) + ",DONE,");
        assertThat(judged().get("/api/credentials/bulk").jsonPath().getList("operations.id"))
                .hasSize(1);
        assertThat(preview(ALL, "").jsonPath().getInt("counts.already"))
                .as("what was renewed is; what it was renewed by could be")
                .isEqualTo(LEARNERS);
        assertThat(founding.count("issued_credential where tenant = $1", "many-others"))
                .isEqualTo(LEARNERS);
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-refused"))
    void foreseesWhyNot() {
        String unknown = "{\"operation\":\"REVOKE\",\"reason\":\"MISCONDUCT\",\"select\":{\"credentials\":[\"%s\"]}}"
                .formatted(begun("many-hidden").get(0));

        Response foreseen = preview(unknown, "");

        assertThat(foreseen.jsonPath().getInt("counts.reasons.'unknown-credential'"))
                .isEqualTo(1);
        assertThat(foreseen.jsonPath().getString("rows[0].verdict")).isEqualTo("REFUSED");
        assertThat(foreseen.jsonPath().getString("rows[0].problem.detail")).contains("not a signed credential");
        assertThat(judged().get("/api/credentials/bulk/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"select\":{\"achievement\":\"a\"}} | /operation",
                "{\"operation\":\"SELL\",\"select\":{\"achievement\":\"a\"}} | /operation",
                "{\"operation\":\"REVOKE\",\"select\":{\"achievement\":\"a\"}} | /reason",
                "{\"operation\":\"RENEW\",\"reason\":\"MISCONDUCT\",\"select\":{\"achievement\":\"a\"}} | /reason",
                "{\"operation\":\"RENEW\"} | /select",
                "{\"operation\":\"RENEW\",\"select\":{}} | /select",
                "{\"operation\":\"RENEW\",\"select\":{\"achievement\":\"Not A Slug\"}} | /select",
                "{\"operation\":\"RENEW\",\"select\":{\"version\":1}} | /select",
                "{\"operation\":\"RENEW\",\"select\":{\"achievement\":\"a\",\"version\":0}} | /select/version",
                "{\"operation\":\"RENEW\",\"select\":{\"issuedFrom\":\"yesterday\"}} | /select/issuedFrom",
                "{\"operation\":\"RENEW\",\"select\":{\"state\":\"GONE\"}} | /select/state",
                "{\"operation\":\"RENEW\",\"select\":{\"credentials\":\"all\"}} | /select/credentials",
                "{\"operation\":\"RENEW\",\"select\":{\"credentials\":[\"12\"]}} | /select/credentials/0",
                "{\"operation\":\"RENEW\",\"select\":{\"credentials\":[]}} | /select",
                "{\"operation\":\"RENEW\",\"select\":{\"colour\":\"red\"}} | /select/colour",
                "[] | ''",
            })
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-malformed"))
    void refusesWhatItCanNotRead(String body, String place) {
        for (Response refused : List.of(run(body), preview(body, ""))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(place.equals("''") ? "" : place);
        }
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-malformed"))
    void refusesPagesThatThereAreNot() {
        assertThat(preview(ALL, "?limit=501").statusCode()).isEqualTo(400);
        assertThat(preview(ALL, "?after=12").statusCode()).isEqualTo(400);
        assertThat(preview(ALL, "?verdict=MAYBE").statusCode()).isEqualTo(400);
        assertThat(preview(ALL, "?seconds=0").statusCode()).isEqualTo(400);
        assertThat(run("{").statusCode()).isEqualTo(400);
        assertThat(run("{\"operation\":\"RENEW\",\"select\":{\"credentials\":[" + "\"x\",".repeat(90_000) + "\"x\"]}}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    @TestSecurity(user = "it", roles = "auditor")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-audited"))
    void letsAnAuditorLookAndDoNothing() {
        assertThat(run(ALL).statusCode()).isEqualTo(403);
        assertThat(preview(ALL, "").statusCode()).isEqualTo(200);
        assertThat(compromise("many-audited", "k", "{\"since\":\"2026-05-05T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-leaked"))
    void securesAgainWhatACompromisedKeySigned() {
        begun("many-leaked");
        String keys = "/api/issuers/many-leaked/keys";
        String key = judged().get(keys).jsonPath().getString("keys[0].name");
        assertThat(judged().get(keys).jsonPath().getString("keys[0].purpose")).isEqualTo("assertion");

        Response taken = compromise("many-leaked", key, "{\"since\":\"2026-11-20T10:15:00+01:00\"}");
        String link = taken.jsonPath().getString("link");
        await(() -> "DONE".equals(judged().get(link).jsonPath().getString("state")));

        assertThat(judged().get(link).jsonPath().getInt("done")).isEqualTo(LEARNERS);
        Response listed = judged().get(keys);
        assertThat(listed.jsonPath().getList("keys.state")).containsExactlyInAnyOrder("IN_USE", "COMPROMISED");
        assertThat(listed.jsonPath().getList("keys.findAll { it.name == '" + key + "' }.compromise"))
                .containsExactly(link);
        // It is stored before it is told.
        List<ConsumerRecord<String, byte[]>> told = new Topic(RealServers.kafka(), "meritstream.credential")
                .readUntil(seen -> resecured(seen).count() >= LEARNERS, PATIENCE);
        assertThat(resecured(told)).hasSize(LEARNERS);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many-keyed"))
    void refusesACompromiseThatItCanNotBelieve() {
        begun("many-keyed");
        String key = judged().get("/api/issuers/many-keyed/keys").jsonPath().getString("keys[0].name");

        assertThat(compromise("many-keyed", "z6MkNobodys", "{\"since\":\"2026-05-05T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(compromise("crowd", key, "{\"since\":\"2026-05-05T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(compromise("many-keyed", key, "{}").statusCode()).isEqualTo(400);
        assertThat(compromise("many-keyed", key, "{\"since\":\"lately\"}").statusCode())
                .isEqualTo(400);
        assertThat(compromise("many-keyed", key, "{\"since\":\"2999-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static Stream<ConsumerRecord<String, byte[]>> resecured(List<ConsumerRecord<String, byte[]>> seen) {
        return seen.stream()
                .filter(record -> record.key().startsWith("many-leaked/"))
                .filter(record -> Topic.header(record, "ce_type").equals("org.meritstream.credential.resecured.v1"));
    }

    private static Response compromise(String tenant, String key, String body) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post("/api/issuers/" + tenant + "/keys/" + key + "/compromises");
    }

    private static Response preview(String body, String query) {
        return judged().contentType("application/json").body(body).post("/api/credentials/bulk/preview" + query);
    }

    private static Response run(String body) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post("/api/credentials/bulk");
    }

    private List<UUID> begun(String tenant) {
        founding.found(tenant);
        feeds.create(tenant);
        Story story = new Story(tenant);
        List<Event<?>> events = new ArrayList<>(List.of(story.publishedFor(24, 3)));
        List<UUID> credentials = new ArrayList<>();
        for (int n = 1; n <= LEARNERS; n++) {
            events.add(story.profiled(n, "Amina Yilmaz", 1));
            events.add(story.conferred(n, 10));
            credentials.add(ids.of(tenant, "credential", story.learner(n).toString(), "data-literacy", "1"));
        }
        append(events);
        await(() -> founding.count("issued_credential where tenant = $1", tenant) == LEARNERS);
        return credentials;
    }
}
