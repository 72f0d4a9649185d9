package org.meritstream.evidence.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.StaffTokens.Person;

/** The desk as those who sit at it meet it, over HTTP; every answer is judged by the API's description. */
record ReviewDesk(String tenant) {
    static final String QUEUE = "/api/reviews";
    static final String NUMBER = "s-4711";
    static final Person ADA = new Person("ada", null);
    static final Person BEN = new Person("ben", null);
    static final Person CLEO = new Person("cleo", null);
    static final Person DORA = new Person("dora", null);
    /** The learner, who reviews the work of others. */
    static final Person AMINA = new Person("amina", NUMBER);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DRAFT = Files.read("drafts/presentation.json");

    /** A tenant with a published achievement and a learner on its roster, whose id this gives. */
    UUID open(LearnerIds learners, Learners register) {
        publish(tenant, DRAFT);
        UUID learner = learners.ofStudentNumber(tenant, NUMBER).id();
        append(List.of(Happenings.profiled(tenant, learner).message()));
        LearnerKey key = new LearnerKey(tenant, learner);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (register.load(List.of(key)).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        return learner;
    }

    RequestSpecification as(Person person) {
        String[] roles = person.equals(CLEO) || person.equals(DORA)
                ? new String[] {"reviewer", "moderator"}
                : new String[] {"reviewer"};
        return given().filter(new OpenApi("evidence"))
                .contentType(ContentType.JSON)
                .filter(new Settled())
                .auth()
                .oauth2(StaffTokens.of(person, tenant, roles));
    }

    ValidatableResponse request() {
        return as(ADA).body("{\"studentNumber\":\"" + NUMBER
                        + "\",\"achievement\":\"data-literacy\",\"criterion\":\"presentation\"}")
                .post(QUEUE)
                .then()
                .statusCode(202);
    }

    /** The open review of a seat, for whoever may see it. */
    String seat(Person person, String seat) {
        String id = find(person, seat);
        assertThat(id).as("%s sees the seat %s", person.subject(), seat).isNotNull();
        return String.valueOf(id);
    }

    @Nullable
    String find(Person person, String seat) {
        return as(person).get(QUEUE).path("reviews.find { it.seat == '" + seat + "' }?.id");
    }

    ValidatableResponse decide(Person person, String review, String level, String feedback) {
        return as(person)
                .body("{\"level\":\"" + level + "\",\"feedback\":\"" + feedback + "\"}")
                .post(QUEUE + "/" + review + "/decisions")
                .then();
    }

    void decided(Person person, String seat, String level) {
        decide(person, seat(person, seat), level, "By " + person.subject() + ".")
                .statusCode(202)
                .body("state", equalTo("done"));
    }

    String outcome(UUID learner) {
        return String.valueOf(staff(tenant, "registrar")
                .get("/api/dossiers?learner=" + learner)
                .<String>path("dossiers[0].outcome"));
    }
}
