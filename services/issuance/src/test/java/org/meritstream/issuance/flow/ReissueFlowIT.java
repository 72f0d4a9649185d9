package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.meritstream.events.Visibility;
import org.meritstream.issuance.issuer.FeedTopics;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;

/** A registrar renews a credential and corrects the name in it, over HTTP, a real broker and a real PostgreSQL. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ReissueFlowIT {
    private static final OpenApi API = new OpenApi("issuance");

    @Inject
    KeyedIds ids;

    @Inject
    Founding founding;

    @Inject
    FeedTopics feeds;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "anew-flow"))
    void renewsThenCorrectsAndLeadsToTheNewest() {
        Story story = new Story("anew-flow");
        UUID first = begun(story);
        try (Logged log = new Logged()) {
            Response renewed = ask(first, "renewals");
            String second = renewed.jsonPath().getString("link");
            append(List.of(story.profiled(1, "Anna Planted-Name", 40)));
            await(() -> "done".equals(ask(first, "corrections").jsonPath().getString("state")));
            Response now = given().filter(API).get(second);

            assertThat(renewed.jsonPath().getString("state")).isEqualTo("done");
            assertThat(now.jsonPath().getString("supersedes")).isEqualTo(first.toString());
            assertThat(now.jsonPath().getString("state")).isEqualTo("REVOKED");
            assertThat(now.jsonPath().getString("reissueReason")).isEqualTo("RENEWED");
            UUID newest = UUID.fromString(now.jsonPath().getString("supersededBy"));
            append(List.of(
                    story.shared(first, 1, Visibility.PUBLIC, 50), story.shared(newest, 1, Visibility.PUBLIC, 50)));
            await(() -> refresh(first).statusCode() == 200);
            assertThat(refresh(first).jsonPath().getString("credentialSubject.identifier[0].identityHash"))
                    .isEqualTo("Anna Planted-Name");
            await(() -> given().get("/credentials/" + first).statusCode() == 410);
            assertThat(log.lines()).noneMatch(line -> line.contains("Planted-Name"));
        }
    }

    @Test
    @TestSecurity(user = "it", roles = "auditor")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "anew-audited"))
    void letsAnAuditorAskForNeither() {
        assertThat(ask(UUID.randomUUID(), "renewals").statusCode()).isEqualTo(403);
        assertThat(ask(UUID.randomUUID(), "corrections").statusCode()).isEqualTo(403);
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "anew-elsewhere"))
    void knowsNoCredentialOfAnotherTenant() {
        UUID theirs = begun(new Story("anew-theirs"));

        assertThat(ask(theirs, "renewals").statusCode()).isEqualTo(404);
        assertThat(ask(theirs, "corrections").statusCode()).isEqualTo(404);
    }

    private UUID begun(Story story) {
        founding.found(story.tenant());
        feeds.create(story.tenant());
        append(List.of(story.publishedFor(24, 3), story.profiled(1, "Amina Planted-Name", 1), story.conferred(1, 10)));
        UUID first = ids.of(story.tenant(), "credential", story.learner(1).toString(), "data-literacy", "1");
        append(List.of(story.shared(first, 1, Visibility.PUBLIC, 20)));
        await(() -> given().get("/credentials/" + first).statusCode() == 200);
        return first;
    }

    private static Response ask(UUID credential, String what) {
        return given().filter(API).filter(new Settled()).post("/api/credentials/" + credential + "/" + what);
    }

    private static Response refresh(UUID credential) {
        return given().filter(API).header("Accept", "application/vc").get("/credentials/" + credential + "/refresh");
    }
}
