package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.Topic;

/** The whole service on a real broker and a real PostgreSQL: from a conferred award to a shared and then revoked credential. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class IssuanceFlowIT {
    private static final OpenApi API = new OpenApi("issuance");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    KeyedIds ids;

    @Inject
    DataIntegrity suite;

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "registrar"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "flow"))
    void issuesSharesAndRevokes() {
        Story story = new Story("flow");
        UUID credential = credential("flow", 1);
        try (Logged log = new Logged()) {
            append(List.of(story.conferred(1, 10), story.published(3), story.profiled(1, "Amina Planted-Name", 1)));
            putIssuer("flow").then().statusCode(201);
            awaitState(credential, "ISSUED");
            assertThat(document(credential).statusCode()).isEqualTo(404);

            append(List.of(story.shared(credential, 1, Visibility.PUBLIC, 20)));
            await(() -> document(credential), answer -> answer.statusCode() == 200);
            String signed = document(credential).asString();
            String did = judged().get("/issuers/flow/did.json").asString();
            assertThat(suite.verify(signed, publicKey(did))).isEqualTo(new ProofVerdict.Valid());
            assertThat(page(credential)).contains("This credential is valid", "Amina Planted-Name", "87.5 %");

            revoke(credential, "MISCONDUCT");
            awaitState(credential, "REVOKED");
            assertThat(page(credential))
                    .contains("This credential was revoked", "misconduct was found")
                    .doesNotContain("This credential is valid");
            assertThat(document(credential).statusCode()).isEqualTo(200);
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("Planted-Name"))
                    .noneMatch(line -> line.contains("@x.example"));
        }
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "registrar"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "many"))
    void tellsTheFeedOfEachOnceThoughFactsComeTwice() {
        Story story = new Story("many");
        int learners = 60;
        putIssuer("many");
        List<Event<?>> facts = new ArrayList<>(List.of(story.published(1)));
        IntStream.range(0, learners).forEach(n -> {
            facts.add(story.profiled(n, "Learner " + n, 2));
            facts.add(story.conferred(n, 3));
        });

        append(facts);
        append(facts);

        List<ConsumerRecord<String, byte[]>> feed = new Topic(RealServers.kafka(), Topics.feed("many"))
                .readUntil(seen -> seen.size() >= learners, PATIENCE);
        assertThat(feed).hasSize(learners);
        assertThat(feed).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(feed)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("Learner "))
                .noneMatch(text -> text.contains(story.learner(1).toString()));
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "elsewhere"))
    void showsNothingOfAnotherTenant() {
        assertThat(judged().get("/api/credentials/" + credential("flow", 1)).statusCode())
                .isEqualTo(404);
        assertThat(judged().contentType("application/json")
                        .body(Map.of("reason", "MISCONDUCT"))
                        .post("/api/credentials/" + credential("flow", 1) + "/revocations")
                        .statusCode())
                .isEqualTo(404);
        assertThat(judged().get("/api/issuers/flow").statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "it", roles = "auditor")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "flow"))
    void letsAnAuditorReadAndNotAct() {
        assertThat(judged().get("/api/credentials").statusCode()).isEqualTo(200);
        assertThat(putIssuer("flow").statusCode()).isEqualTo(403);
        assertThat(judged().contentType("application/json")
                        .body(Map.of("reason", "MISCONDUCT"))
                        .post("/api/credentials/" + credential("flow", 1) + "/revocations")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "securing"))
    void choosesSecuringsAndRotatesAKey() {
        assertThat(putIssuer("securing").jsonPath().getList("securings")).containsExactly("EDDSA_RDFC_2022");

        Response chosen = command("securings", Map.of("securings", List.of("VC_JWT_ES256", "EDDSA_RDFC_2022")));
        Response rotated = command("keys", Map.of("kind", "P256"));
        Response refused = command("keys", Map.of("kind", "RSA"));

        assertThat(List.of(chosen, rotated))
                .extracting(answer -> answer.jsonPath().getString("state"))
                .containsOnly("done");
        assertThat(refused.jsonPath().getString("state")).isEqualTo("refused");
        assertThat(judged().get("/api/issuers/securing").jsonPath().getList("securings"))
                .containsExactly("EDDSA_RDFC_2022", "VC_JWT_ES256");
        assertThat(judged().get("/api/issuers/securing/keys").jsonPath().getList("keys.kind"))
                .containsExactly("P256", "P256", "ED25519");
        assertThat(command("securings", Map.of("securings", List.of("VC_JWT_ES256")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(command("keys", Map.of("kind", "DSA")).statusCode()).isEqualTo(400);
        assertThat(judged().get("/api/issuers/flow/keys").statusCode()).isEqualTo(403);
    }

    /** Marked where it is chosen and wherever it is asked; no tenant has it unasked. */
    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "suspending"))
    void choosesWhatCredentialsMayBecomeAndSaysWhatDeviates() {
        String deviation = "credentialStatus is a list of two entries; 1EdTech's schema allows one";
        JsonPath before = putIssuer("suspending").jsonPath();

        Response chosen = profile("REVOCATION_AND_SUSPENSION");

        assertThat(before.getString("statusProfile")).isEqualTo("REVOCATION");
        assertThat(before.getList("deviations")).isEmpty();
        assertThat(chosen.statusCode()).isEqualTo(202);
        assertThat(chosen.jsonPath().getString("state")).isEqualTo("done");
        assertThat(chosen.jsonPath().getList("deviations")).containsExactly(deviation);
        JsonPath after = judged().get("/api/issuers/suspending").jsonPath();
        assertThat(after.getString("statusProfile")).isEqualTo("REVOCATION_AND_SUSPENSION");
        assertThat(after.getList("deviations")).containsExactly(deviation);
        assertThat(profile("REVOCATION").jsonPath().getList("deviations")).isEmpty();
        assertThat(judged().get("/api/issuers/suspending").jsonPath().getList("deviations"))
                .isEmpty();
        assertThat(profile("SUSPENSION").statusCode()).isEqualTo(400);
    }

    private static Response profile(String chosen) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(Map.of("profile", chosen))
                .post("/api/issuers/suspending/status-profile");
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "opened"))
    void opensAnIssuerThatSecuresInSeveralWays() {
        Map<String, Object> wanted = Map.of(
                "name",
                "Opened",
                "url",
                "https://opened.example",
                "securings",
                List.of("EDDSA_RDFC_2022", "VC_JWT_RS256"));

        assertThat(put("opened", wanted).statusCode()).isEqualTo(201);
        assertThat(put("opened", wanted).statusCode()).isEqualTo(200);
        assertThat(judged().get("/api/issuers/opened/keys").jsonPath().getList("keys.kind"))
                .containsExactlyInAnyOrder("ED25519", "RSA");
        assertThat(put(
                                "opened",
                                Map.of(
                                        "name",
                                        "O",
                                        "url",
                                        "https://o.example",
                                        "securings",
                                        List.of("EDDSA_RDFC_2022")))
                        .statusCode())
                .isEqualTo(409);
    }

    private static Response put(String tenant, Map<String, Object> body) {
        return judged().contentType("application/json").body(body).put("/api/issuers/" + tenant);
    }

    private static Response command(String which, Map<String, Object> body) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post("/api/issuers/securing/" + which);
    }

    @Test
    void wantsATokenForTheStaffsApi() {
        assertThat(judged().get("/api/credentials").statusCode()).isEqualTo(401);
        assertThat(judged().get("/api/issuers/flow").statusCode()).isEqualTo(401);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "flow"))
    void refusesAnIssuerWithoutNameOrAddress() {
        Response refused = judged().contentType("application/json")
                .body(Map.of("url", "javascript:alert(1)"))
                .put("/api/issuers/flow");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/name", "/url");
    }

    private void revoke(UUID credential, String reason) {
        judged().contentType("application/json")
                .filter(new Settled())
                .body(Map.of("reason", reason))
                .post("/api/credentials/" + credential + "/revocations")
                .then()
                .statusCode(202);
    }

    private static Response putIssuer(String tenant) {
        return judged().contentType("application/json")
                .body(Map.of("name", "University " + tenant, "url", "https://" + tenant + ".example"))
                .put("/api/issuers/" + tenant);
    }

    private static Response document(UUID credential) {
        return accepting("application/vc").get("/credentials/" + credential);
    }

    private static String page(UUID credential) {
        return accepting("text/html").get("/credentials/" + credential).asString();
    }

    private static RequestSpecification accepting(String type) {
        return judged().header("Accept", type);
    }

    /** A request whose answer is judged by the description of the API. */
    private static RequestSpecification judged() {
        return given().filter(API);
    }

    private static void awaitState(UUID credential, String state) {
        await(
                () -> judged().get("/api/credentials/" + credential),
                answer -> answer.statusCode() == 200
                        && state.equals(answer.jsonPath().getString("state")));
    }

    private static void await(java.util.function.Supplier<Response> ask, Predicate<Response> good) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!good.test(ask.get())) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void append(List<Event<?>> events) {
        events.stream()
                .map(EventFormat::write)
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, messages) -> new Topic(RealServers.kafka(), topic).append(messages));
    }

    private static byte[] publicKey(String did) {
        String multikey =
                io.restassured.path.json.JsonPath.from(did).getString("verificationMethod[0].publicKeyMultibase");
        return Multikey.publicKey(multikey);
    }

    private UUID credential(String tenant, int n) {
        return ids.of(tenant, "credential", new Story(tenant).learner(n).toString(), "data-literacy", "1");
    }
}
