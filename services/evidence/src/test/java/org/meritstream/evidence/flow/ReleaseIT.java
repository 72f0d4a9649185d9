package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.meritstream.evidence.flow.RunningEvidence.DRAFT;
import static org.meritstream.evidence.flow.RunningEvidence.append;
import static org.meritstream.evidence.flow.RunningEvidence.isConferral;
import static org.meritstream.evidence.flow.RunningEvidence.log;
import static org.meritstream.evidence.flow.RunningEvidence.passing;
import static org.meritstream.evidence.flow.RunningEvidence.publish;
import static org.meritstream.evidence.flow.RunningEvidence.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Topics;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;
import org.meritstream.proving.Topic;

/** A whole class whose awards wait for one date, on the running service. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ReleaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LEARNERS = 700;

    @Test
    void confersAWholeClassAtItsDateAndEachAwardOnce() {
        String tenant = "dated";
        Instant date = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        publish(tenant, DRAFT.replace("\"AT_ONCE\"", "\"ON_DATE\", \"releaseAt\": \"" + date + "\""));
        append(IntStream.range(0, LEARNERS)
                .mapToObj(ReleaseIT::learner)
                .flatMap(
                        learner -> List.of(
                                Happenings.profiled(tenant, learner).message(),
                                passing(tenant, learner).message())
                                .stream())
                .toList());

        List<ConsumerRecord<String, byte[]>> conferred = conferred(tenant);

        assertThat(conferred).hasSize(LEARNERS);
        assertThat(conferred).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(conferred)
                .extracting(record -> Topic.header(record, "ce_time"))
                .containsOnly(date.toString());
        assertThat(conferred).flatExtracting(EventContract::refusals).isEmpty();
        staff(tenant, "registrar")
                .get("/api/awards?learner=" + learner(0))
                .then()
                .body("awards[0].releaseAt", equalTo(date.toString()))
                .body("awards[0].state", equalTo("CONFERRED"));
    }

    private static List<ConsumerRecord<String, byte[]>> conferred(String tenant) {
        return log(Topics.AWARD)
                .readUntil(
                        seen -> seen.stream()
                                        .filter(award -> isConferral(tenant, award))
                                        .count()
                                >= LEARNERS,
                        PATIENCE)
                .stream()
                .filter(award -> isConferral(tenant, award))
                .toList();
    }

    private static UUID learner(int number) {
        return new UUID(0xda7e_8000L, 0x8000_0000_0000_0000L + number);
    }
}
