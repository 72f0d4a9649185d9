package org.meritstream.issuance.flow;

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
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.Topics;
import org.meritstream.issuance.issuer.FeedTopics;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** Learners of two universities ask for their records, each twice, over a real broker. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class RecordRequestFlowIT {
    private static final String ISSUED = EventType.RECORD_ISSUED.ceType();

    @Inject
    Founding founding;

    @Inject
    FeedTopics feeds;

    @Test
    void answersEachRequestOnce() {
        List<Story> stories = List.of(new Story("door-one"), new Story("door-two"));
        for (Story story : stories) {
            founding.found(story.tenant());
            feeds.create(story.tenant());
            append(List.of(story.published(1), story.profiled(1, "Amina", 2), story.conferred(1, 10)));
        }
        stories.forEach(story -> await(Topics.CREDENTIAL, EventType.CREDENTIAL_ISSUED.ceType(), story, 1));
        List<Event<?>> asked = stories.stream()
                .<Event<?>>map(story -> story.requested(1, null, 40))
                .toList();

        append(asked);
        append(asked);
        stories.forEach(story -> await(Topics.CREDENTIAL, ISSUED, story, 1));
        // Behind what was appended twice, on the same partitions.
        append(stories.stream()
                .<Event<?>>map(story -> story.requested(1, null, 50))
                .toList());

        for (Story story : stories) {
            List<RecordIssued> told = await(Topics.CREDENTIAL, ISSUED, story, 2).stream()
                    .map(record -> (RecordIssued) EventFormat.data(EventType.RECORD_ISSUED, record.value()))
                    .toList();
            assertThat(told)
                    .hasSize(2)
                    .extracting(RecordIssued::record)
                    .containsOnly(told.getFirst().record());
            assertThat(told)
                    .extracting(RecordIssued::request)
                    .containsExactlyInAnyOrder(request(story, 40), request(story, 50));
            assertThat(await(Topics.CREDENTIAL_DOCUMENT, EventType.RECORD_DOCUMENT.ceType(), story, 1))
                    .isNotEmpty();
        }
    }

    private static UUID request(Story story, int minute) {
        return ((RecordRequested) story.requested(1, null, minute).data()).request();
    }

    private static List<ConsumerRecord<String, byte[]>> await(String topic, String type, Story story, int number) {
        return ours(
                new Topic(RealServers.kafka(), topic)
                        .readUntil(seen -> ours(seen, type, story).size() >= number, PATIENCE),
                type,
                story);
    }

    private static List<ConsumerRecord<String, byte[]>> ours(
            List<ConsumerRecord<String, byte[]>> seen, String type, Story story) {
        return seen.stream()
                .filter(record -> Topic.header(record, "ce_type").equals(type))
                .filter(record -> record.key().startsWith(story.tenant() + "/"))
                .toList();
    }
}
