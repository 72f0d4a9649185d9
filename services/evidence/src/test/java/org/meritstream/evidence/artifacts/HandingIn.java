package org.meritstream.evidence.artifacts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.meritstream.events.Topics;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.flow.Happenings;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** Handing in over HTTP; every answer is judged by the API's description. */
@ApplicationScoped
public class HandingIn {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    public static final String ARTIFACTS = "/api/artifacts";
    static final String UPLOADS = "/api/artifacts/uploads";

    private static final OpenApi API = new OpenApi("evidence");

    private final LearnerIds learners;
    private final Learners register;

    HandingIn(LearnerIds learners, Learners register) {
        this.learners = learners;
        this.register = register;
    }

    /** A tenant with the achievement and a learner whom its roster knows. */
    public UUID enrolled(String tenant) {
        return enrolled(tenant, Files.read("drafts/report.json"));
    }

    /** The same by another draft of it. */
    public UUID enrolled(String tenant, String draft) {
        given().auth()
                .oauth2(StaffTokens.of(tenant, "designer"))
                .contentType("application/json")
                .body(draft)
                .post("/api/achievements")
                .then()
                .statusCode(201);
        staff(tenant, "designer")
                .filter(new Settled())
                .post("/api/achievements/data-literacy/versions")
                .then()
                .body("state", equalTo("done"));
        LearnerKey key = learners.ofStudentNumber(tenant, "s-4711");
        new Topic(RealServers.kafka(), Topics.LEARNER)
                .append(List.of(Happenings.profiled(tenant, key.id()).message()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (register.load(List.of(key)).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        return key.id();
    }

    public static String uploaded(String tenant, String content) {
        return upload(tenant, "s-4711", "work.txt", content).extract().path("id");
    }

    public static ValidatableResponse upload(String tenant, String number, String name, String content) {
        return learner(tenant, number)
                .queryParam("name", name)
                .contentType("application/octet-stream")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post(UPLOADS)
                .then()
                .statusCode(201);
    }

    public static ValidatableResponse submit(String tenant, String number, String upload) {
        return submit(tenant, number, upload, 202);
    }

    public static ValidatableResponse submit(String tenant, String number, String upload, int status) {
        return learner(tenant, number)
                .contentType("application/json")
                .filter(new Settled())
                .body(request("upload", "\"" + upload + "\""))
                .post(ARTIFACTS)
                .then()
                .statusCode(status);
    }

    static String request(String way, String given) {
        return Files.read("artifacts/request.json")
                .replace("\"way\"", "\"" + way + "\"")
                .replace("\"given\"", given);
    }

    public static RequestSpecification learner(String tenant, String number) {
        return given().filter(API).auth().oauth2(StaffTokens.ofLearner(tenant, number));
    }

    public static RequestSpecification staff(String tenant, String role) {
        return given().filter(API).auth().oauth2(StaffTokens.of(tenant, role));
    }
}
