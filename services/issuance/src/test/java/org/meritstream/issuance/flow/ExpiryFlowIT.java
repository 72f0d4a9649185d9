package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.Broker.PATIENCE;
import static org.meritstream.issuance.flow.Broker.append;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** A credential whose time is over already when it is issued: its timer falls due at once. On a real broker and a real PostgreSQL. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ExpiryFlowIT {
    /** Some sixty days before the others. */
    private static final int LONG_AGO = -60 * 24 * 60;

    @Inject
    KeyedIds ids;

    @Inject
    Founding founding;

    @Inject
    org.meritstream.issuance.issuer.FeedTopics feeds;

    @Test
    void tellsOfAnEndByItselfAndSaysOnThePageThatItExpired() {
        Story story = new Story("ended");
        founding.found("ended");
        feeds.create("ended");
        UUID credential = ids.of("ended", "credential", story.learner(1).toString(), "data-literacy", "1");

        append(List.of(
                story.publishedFor(1, 3),
                story.profiled(1, "Amina Yilmaz", 1),
                story.conferred(1, LONG_AGO),
                story.shared(credential, 1, Visibility.PUBLIC, 20)));

        assertThat(new Topic(RealServers.kafka(), Topics.CREDENTIAL)
                        .readUntil(seen -> seen.stream().anyMatch(ExpiryFlowIT::tellsOfAnEnd), PATIENCE))
                .filteredOn(ExpiryFlowIT::tellsOfAnEnd)
                .singleElement()
                .satisfies(record -> assertThat(Topic.header(record, "ce_time")).startsWith("2026-10-21T10:00:00"));
        assertThat(given().header("Accept", "text/html")
                        .get("/credentials/" + credential)
                        .asString())
                .contains("This credential has expired", "It expired on 21 October 2026.", "has not revoked it")
                .doesNotContain("is not valid", "is valid");
    }

    /** Of this test's tenant; others' credentials may end meanwhile. */
    private static boolean tellsOfAnEnd(ConsumerRecord<String, byte[]> record) {
        return record.key().startsWith("ended/")
                && Topic.header(record, "ce_type").equals("org.meritstream.credential.expired.v1");
    }
}
