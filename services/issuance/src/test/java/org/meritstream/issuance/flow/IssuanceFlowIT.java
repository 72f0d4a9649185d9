package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.Broker.PATIENCE;
import static org.meritstream.issuance.flow.Broker.append;
import static org.meritstream.issuance.flow.Broker.await;
import static org.meritstream.issuance.flow.OverHttp.judged;
import static org.meritstream.issuance.flow.OverHttp.putIssuer;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Multikey;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.Topic;

/** The whole service on a real broker and a real PostgreSQL: from a conferred award to a shared and then revoked credential. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class IssuanceFlowIT {
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
            await(() -> document(credential).statusCode() == 200);
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
    void wantsATokenForTheStaffsApi() {
        assertThat(judged().get("/api/credentials").statusCode()).isEqualTo(401);
        assertThat(judged().get("/api/issuers/flow").statusCode()).isEqualTo(401);
    }

    private void revoke(UUID credential, String reason) {
        judged().contentType("application/json")
                .filter(new Settled())
                .body(Map.of("reason", reason))
                .post("/api/credentials/" + credential + "/revocations")
                .then()
                .statusCode(202);
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

    private static void awaitState(UUID credential, String state) {
        await(() -> {
            Response answer = judged().get("/api/credentials/" + credential);
            return answer.statusCode() == 200 && state.equals(answer.jsonPath().getString("state"));
        });
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
