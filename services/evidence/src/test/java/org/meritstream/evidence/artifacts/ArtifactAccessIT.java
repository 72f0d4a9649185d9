package org.meritstream.evidence.artifacts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.meritstream.evidence.artifacts.HandingIn.ARTIFACTS;
import static org.meritstream.evidence.artifacts.HandingIn.UPLOADS;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.staff;
import static org.meritstream.evidence.artifacts.HandingIn.submit;
import static org.meritstream.evidence.artifacts.HandingIn.upload;
import static org.meritstream.evidence.artifacts.HandingIn.uploaded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Who sees which work, what of it, and how it is given out. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ArtifactAccessIT {
    @Inject
    HandingIn handing;

    @Test
    void showsAReviewerTheWorkAndNotWhoseItIs() {
        handing.enrolled("work-blind");
        String upload = upload("work-blind", "s-4711", "Amina Yilmaz.txt", "Mine.")
                .extract()
                .path("id");
        submit("work-blind", "s-4711", upload);

        staff("work-blind", "reviewer")
                .get(ARTIFACTS + "/" + upload)
                .then()
                .statusCode(200)
                .body("learner", nullValue())
                .body("fileName", equalTo("report-1.txt"));
        staff("work-blind", "reviewer")
                .get(ARTIFACTS + "/" + upload + "/content")
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment; filename=\"report-1.txt\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo("Mine."));
    }

    @Test
    void hidesWorkFromWhoeverMayNotSeeIt() {
        handing.enrolled("hidden");
        handing.enrolled("foreign");
        String upload = uploaded("hidden", "secret");

        staff("hidden", "reviewer").get(ARTIFACTS + "/" + upload).then().statusCode(404);
        submit("hidden", "s-4711", upload);

        for (String path : List.of("", "/content")) {
            learner("hidden", "s-1").get(ARTIFACTS + "/" + upload + path).then().statusCode(404);
            staff("foreign", "registrar")
                    .get(ARTIFACTS + "/" + upload + path)
                    .then()
                    .statusCode(404);
            staff("hidden", "registrar")
                    .get(ARTIFACTS + "/" + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404);
            staff("hidden", "designer")
                    .get(ARTIFACTS + "/" + upload + path)
                    .then()
                    .statusCode(403);
        }
        submit("hidden", "s-1", upload, 404);
    }

    @Test
    void givesAPartOfAFile() {
        handing.enrolled("range");
        String upload = uploaded("range", "0123456789");

        String tag = learner("range", "s-4711")
                .header("Range", "bytes=2-4")
                .get(ARTIFACTS + "/" + upload + "/content")
                .then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes 2-4/10"))
                .body(equalTo("234"))
                .extract()
                .header("ETag");
        learner("range", "s-4711")
                .header("Range", "bytes=99-")
                .get(ARTIFACTS + "/" + upload + "/content")
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */10"));
        learner("range", "s-4711")
                .header("If-None-Match", tag)
                .get(ARTIFACTS + "/" + upload + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void tellsAReviewerWhatChangedSinceTheTryBefore() {
        handing.enrolled("changes");
        String first = uploaded("changes", "one\ntwo\nthree\n");
        submit("changes", "s-4711", first);
        String second = uploaded("changes", "one\n2\nthree\n");
        submit("changes", "s-4711", second);

        staff("changes", "reviewer")
                .get(ARTIFACTS + "/" + second + "/changes")
                .then()
                .statusCode(200)
                .body("before.id", equalTo(first))
                .body("before.number", equalTo(1))
                .body("after.number", equalTo(2))
                .body("diff", contains("--- before", "+++ after", "@@ -1,3 +1,3 @@", " one", "-two", "+2", " three"));
        staff("changes", "reviewer")
                .get(ARTIFACTS + "/" + first + "/changes")
                .then()
                .body("notCompared", equalTo("FIRST"));
        learner("changes", "s-4711")
                .get(ARTIFACTS + "/" + second + "/changes")
                .then()
                .statusCode(403);
    }

    @Test
    void letsARegistrarHandInForALearnerAndNobodyElse() {
        UUID learner = handing.enrolled("behalf");
        staff("behalf", "registrar")
                .queryParam("studentNumber", "s-4711")
                .contentType("application/octet-stream")
                .body("By post.".getBytes(StandardCharsets.UTF_8))
                .post(UPLOADS)
                .then()
                .statusCode(201);
        learner("behalf", "s-1")
                .queryParam("learner", learner.toString())
                .contentType("application/octet-stream")
                .body(new byte[] {1})
                .post(UPLOADS)
                .then()
                .statusCode(403)
                .body("type", endsWith("/not-yours"));
        staff("behalf", "learner")
                .contentType("application/octet-stream")
                .body(new byte[] {1})
                .post(UPLOADS)
                .then()
                .statusCode(403)
                .body("type", endsWith("/no-student-number"));
    }
}
