package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.Broker.PATIENCE;
import static org.meritstream.issuance.flow.Broker.append;
import static org.meritstream.issuance.flow.Broker.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.issuer.FeedTopics;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.Topic;

/** A registrar suspends a credential and reinstates it, over HTTP, a real broker and a real PostgreSQL. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SuspensionFlowIT {
    private static final OpenApi API = new OpenApi("issuance");

    @Inject
    KeyedIds ids;

    @Inject
    Founding founding;

    @Inject
    FeedTopics feeds;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "pending"))
    void isSuspendedIsSeenToBeAndIsReinstated() {
        UUID id = begun(new Story("pending"), StatusProfile.REVOCATION_AND_SUSPENSION);

        assertThat(suspend(id).jsonPath().getString("state")).isEqualTo("done");

        Response now = given().filter(API).get("/api/credentials/" + id);
        assertThat(now.jsonPath().getString("state")).isEqualTo("ISSUED");
        assertThat(now.jsonPath().getString("suspendedAt")).isNotNull();
        assertThat(now.jsonPath().getString("suspensionReason")).isEqualTo("SUSPECTED_ERROR");
        assertThat(listed("?suspended=true")).containsExactly(id.toString());
        assertThat(listed("?suspended=false")).isEmpty();
        assertThat(page(id)).contains("This credential is suspended").doesNotContain("SUSPECTED_ERROR");
        await(() -> feed("pending").contains("\"suspended\":\""));
        assertThat(feed("pending")).doesNotContain("SUSPECTED_ERROR");
        assertThat(given().filter(API)
                        .filter(new Settled())
                        .post("/api/credentials/" + id + "/reinstatements")
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("done");
        assertThat(page(id)).contains("This credential is valid");
        assertThat(listed("?suspended=true")).isEmpty();
        await(() -> !feed("pending").contains("\"suspended\":"));
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "settled"))
    void isNotSuspendedWhereTheTenantKeepsTheOneEntryNorAnotherTenants() {
        UUID id = begun(new Story("settled"), StatusProfile.REVOCATION);
        UUID theirs = begun(new Story("pending-theirs"), StatusProfile.REVOCATION_AND_SUSPENSION);

        Response refused = suspend(id);

        assertThat(refused.jsonPath().getString("state")).isEqualTo("refused");
        assertThat(refused.jsonPath().getString("problem.type")).endsWith("/not-suspendable");
        assertThat(suspend(theirs).statusCode()).isEqualTo(404);
        assertThat(page(id)).contains("This credential is valid");
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "pending-unread"))
    void saysWhatReasonsThereAre() {
        Response refused = given().filter(API)
                .contentType("application/json")
                .body("{\"reason\":\"BORED\"}")
                .post("/api/credentials/" + UUID.randomUUID() + "/suspensions");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("/reason", "UNDER_REVIEW");
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "auditor"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "pending-audited"))
    void letsNobodyButARegistrarAsk() {
        assertThat(suspend(UUID.randomUUID()).statusCode()).isEqualTo(403);
        assertThat(given().filter(API)
                        .post("/api/credentials/" + UUID.randomUUID() + "/reinstatements")
                        .statusCode())
                .isEqualTo(403);
    }

    private UUID begun(Story story, StatusProfile profile) {
        founding.found(story.tenant());
        feeds.create(story.tenant());
        append(List.of(story.chosen(0, profile)));
        await(() ->
                founding.count("issuer where status_profile = '" + profile + "' and tenant = $1", story.tenant()) == 1);
        append(List.of(story.published(3), story.profiled(1, "Amina Yilmaz", 1), story.conferred(1, 10)));
        UUID id = ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
        append(List.of(story.shared(id, 1, Visibility.PUBLIC, 20)));
        await(() -> given().get("/credentials/" + id).statusCode() == 200);
        return id;
    }

    private static Response suspend(UUID credential) {
        return given().filter(API)
                .filter(new Settled())
                .contentType("application/json")
                .body("{\"reason\":\"SUSPECTED_ERROR\"}")
                .post("/api/credentials/" + credential + "/suspensions");
    }

    private static List<String> listed(String query) {
        return given().filter(API).get("/api/credentials" + query).jsonPath().getList("credentials.id");
    }

    private static String page(UUID id) {
        return given().filter(API)
                .header("Accept", "text/html")
                .get("/credentials/" + id)
                .asString();
    }

    /** What the feed says last. */
    private static String feed(String tenant) {
        return new String(
                new Topic(RealServers.kafka(), Topics.feed(tenant))
                        .all(PATIENCE)
                        .getLast()
                        .value(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
