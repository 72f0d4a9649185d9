package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.EventType;
import org.meritstream.events.Message;

class EventContractTest {

    @Test
    void findsNothingWrongWithAnEventOfTheContract() throws IOException {
        assertThat(EventContract.refusals(issued("minimal"))).isEmpty();
    }

    @Test
    void findsWhatOnlyTheSchemaRefuses() throws IOException {
        Message completed = message(EventType.ASSESSMENT_COMPLETED, "invalid-malformed-rawDigest");

        assertThat(EventContract.refusals(completed)).containsExactly("/rawDigest pattern");
    }

    @Test
    void findsARecordOnAnothersTopicAndUnderAnothersKey() throws IOException {
        Message message = issued("minimal");
        Message astray = new Message("meritstream.award", "southgate/1", message.headers(), message.body());

        assertThat(EventContract.refusals(astray)).hasSize(2);
    }

    @Test
    void findsWhatIsNoEvent() throws IOException {
        Message message = issued("minimal");
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.remove("ce_id");
        Message nameless = new Message(message.topic(), message.key(), headers, message.body());

        assertThat(EventContract.refusals(nameless)).containsExactly("ce_id is missing");
    }

    private static Message issued(String example) throws IOException {
        return message(EventType.CREDENTIAL_ISSUED, example);
    }

    private static Message message(EventType type, String example) throws IOException {
        byte[] json = Files.readAllBytes(Repository.root()
                .resolve("contracts/examples")
                .resolve(type.schemaName())
                .resolve(example + ".json"));
        EventData data = EventFormat.data(type, json);
        String subject = data.tenant() + "/" + data.aggregate();
        return EventFormat.write(
                new Event<>(new EventHeader("id", "/meritstream/test", subject, Instant.EPOCH, null), data));
    }
}
