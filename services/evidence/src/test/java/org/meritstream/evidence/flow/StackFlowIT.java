package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.meritstream.evidence.flow.RunningEvidence.DRAFT;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.isConferral;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.staff;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.Inbound;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;
import org.meritstream.proving.StaffTokens;

/** What is earned by holding others, through real topics: issuance's part is played from the awards that evidence tells. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class StackFlowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> COMPONENTS = List.of("statistics", "maps", "ethics");
    private static final String STACK = Files.read("drafts/data-science.json");

    @Test
    void confersAStackOnceThoughCredentialsAreToldTwiceAndInAnyOrder() {
        String tenant = "stacked";
        List<UUID> learners = learners(40);
        COMPONENTS.forEach(slug -> published(tenant, slug, component(slug)));
        published(tenant, "data-science", STACK);
        append(marks(tenant, learners));

        List<Message> credentials = new ArrayList<>(credentials(conferred(tenant, 3 * learners.size())));
        credentials.addAll(List.copyOf(credentials));
        Collections.shuffle(credentials, new Random(5));
        append(credentials);

        List<ConsumerRecord<String, byte[]>> all = conferred(tenant, 4 * learners.size());
        assertThat(all).extracting(StackFlowIT::award).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(award -> said(award).achievement().equals("data-science"))
                .extracting(award -> said(award).learner())
                .containsExactlyInAnyOrderElementsOf(learners);
        assertThat(all)
                .filteredOn(award -> said(award).achievement().equals("data-science"))
                .allSatisfy(award -> assertThat(said(award).components())
                        .extracting(AwardComponent::achievement)
                        .containsExactlyInAnyOrderElementsOf(COMPONENTS));
        assertThat(all).flatExtracting(EventContract::refusals).isEmpty();
    }

    @Test
    void tellsALearnerHowFarTheyAre() {
        String tenant = "on-the-way";
        UUID learner = learners(1).getFirst();
        COMPONENTS.forEach(slug -> published(tenant, slug, component(slug)));
        published(tenant, "data-science", STACK);
        append(List.of(
                Happenings.profiled(tenant, learner).message(),
                mark(tenant, learner, "maps").message()));
        append(credentials(conferred(tenant, 1)));

        String dossier = awaited(tenant, "/api/dossiers?learner=" + learner, "data-science");
        staff(tenant, "auditor")
                .get("/api/dossiers/" + dossier)
                .then()
                .body("outcome", equalTo("NOT_YET"))
                .body(
                        "explanation.text",
                        hasItem("Credentials that are held count 5 ECTS credits so far; 6 are required."))
                .body("explanation.text", hasItem("Reach 1 more ECTS credit."))
                .body("explanation.text", hasItem("No credential for “statistics” is held."));
    }

    @Test
    void namesThePlacesOfComponentsThatAreNotPublished() {
        String tenant = "too-soon";
        published(tenant, "maps", component("maps"));

        publish(tenant, "data-science", STACK)
                .body("state", equalTo("refused"))
                .body("problem.errors.pointer", hasItem("/criteria/0/rule/achievement"))
                .body("problem.errors.pointer", hasItem("/criteria/1/rule/of/1/achievement"));
    }

    private static String component(String slug) {
        return DRAFT.replace("data-literacy", slug).replace("assignment/355", slug);
    }

    private static void published(String tenant, String slug, String draft) {
        publish(tenant, slug, draft).body("state", equalTo("done"));
    }

    private static ValidatableResponse publish(String tenant, String slug, String draft) {
        staff(tenant, "designer")
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/achievements")
                .then()
                .statusCode(201);
        return staff(tenant, "designer")
                .filter(new Settled())
                .post("/api/achievements/" + slug + "/versions")
                .then()
                .statusCode(202);
    }

    private static List<Message> marks(String tenant, List<UUID> learners) {
        List<Message> marks = new ArrayList<>();
        for (UUID learner : learners) {
            marks.add(Happenings.profiled(tenant, learner).message());
            COMPONENTS.forEach(slug -> marks.add(mark(tenant, learner, slug).message()));
        }
        Collections.shuffle(marks, new Random(4));
        return marks;
    }

    private static Inbound mark(String tenant, UUID learner, String activity) {
        return Happenings.fact(
                result(activity, score("80", "100")).of(tenant, learner).build());
    }

    private static List<Message> credentials(List<ConsumerRecord<String, byte[]>> conferred) {
        return conferred.stream()
                .map(RunningEvidence::message)
                .map(Issuing::answer)
                .flatMap(Optional::stream)
                .map(Inbound::message)
                .toList();
    }

    private static AwardConferred said(ConsumerRecord<String, byte[]> conferred) {
        Message message = RunningEvidence.message(conferred);
        return (AwardConferred)
                EventFormat.read(message.headers(), message.body()).data();
    }

    private static UUID award(ConsumerRecord<String, byte[]> conferred) {
        return said(conferred).award();
    }

    private static List<ConsumerRecord<String, byte[]>> conferred(String tenant, int expected) {
        return log(Topics.AWARD)
                .readUntil(
                        seen -> seen.stream()
                                        .filter(award -> isConferral(tenant, award))
                                        .count()
                                >= expected,
                        PATIENCE)
                .stream()
                .filter(award -> isConferral(tenant, award))
                .toList();
    }

    /** The dossier of an achievement, once it rests on something; the log needs a moment. */
    private static String awaited(String tenant, String address, String achievement) {
        String found = "dossiers.find { it.achievement == '" + achievement + "' }.id";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String id = staff(tenant, "registrar").get(address).path(found);
            if (id != null) {
                return id;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nothing at " + address);
    }

    private static List<UUID> learners(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> new UUID(0x8000L + 0x10000L * count, 0x8000_0000_0000_1000L + number))
                .toList();
    }
}
