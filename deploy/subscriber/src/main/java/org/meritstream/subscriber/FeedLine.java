package org.meritstream.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** An entry of the feed as a line: when, state, achievement and version, pairwise id, address of the achievement. */
final class FeedLine {
    private static final String TYPE = "org.meritstream.feed.credential.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedLine() {}

    static String of(ConsumerRecord<String, byte[]> entry) {
        if (entry.value() == null) {
            return "- ERASED " + entry.key();
        }
        Header type = entry.headers().lastHeader("ce_type");
        if (type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return skipped(entry, "of a type unknown to this example");
        }
        try {
            return line(JSON.readTree(entry.value()));
        } catch (IOException e) {
            return skipped(entry, "not JSON");
        }
    }

    private static String line(JsonNode credential) {
        return String.join(
                " ",
                text(credential, "updatedAt"),
                state(credential),
                text(credential, "achievement") + "/" + text(credential, "version"),
                text(credential, "id"),
                text(credential, "achievementAddress"));
    }

    /** What is suspended says since when in a member of its own: the states of the contract do not grow. */
    private static String state(JsonNode credential) {
        return credential.has("suspended") ? "SUSPENDED" : text(credential, "state");
    }

    private static String text(JsonNode credential, String member) {
        return credential.path(member).asText("-");
    }

    private static String skipped(ConsumerRecord<String, byte[]> entry, String why) {
        return "- SKIPPED partition " + entry.partition() + " offset " + entry.offset() + ": " + why;
    }
}
