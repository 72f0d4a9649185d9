package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.client.Json;

/** What must be true of the topics once everything arrived: each credential once, wherever one looks. */
final class Ledger {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final List<String> IDENTIFYING = List.of(Topics.INTAKE, Topics.LEARNER, Topics.CREDENTIAL_DOCUMENT);
    private static final List<String> OPAQUE = List.of(
            Topics.ASSESSMENT,
            Topics.CATALOGUE,
            Topics.EVALUATION,
            Topics.AWARD,
            Topics.CREDENTIAL,
            Topics.WALLET,
            Topics.EVIDENCE_COMMANDS,
            Topics.ISSUANCE_COMMANDS,
            Topics.feed("northgate"));

    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Subscriber subscriber;
    private final Aftermath aftermath;

    Ledger(Subscriber subscriber, Aftermath aftermath) {
        this.subscriber = subscriber;
        this.aftermath = aftermath;
    }

    /** Waits until so many credentials are offered to their learners. */
    void await(int offers) {
        List<Subscriber.Seen> seen = subscriber.read(
                Topics.WALLET, all -> of(all, EventType.OFFER_CREATED).size() >= offers, PATIENCE);
        int offered = of(seen, EventType.OFFER_CREATED).size();
        assertThat(offered).as(() -> "offers\n" + aftermath.told()).isEqualTo(offers);
    }

    /** Exactly one credential per qualified learner, seen once in each place, with a status index of its own, and no dead letter. */
    void verify(int expected) throws IOException {
        await(expected);
        // Whatever came twice must have the time to come.
        LockSupport.parkNanos(SETTLED.toNanos());
        List<Subscriber.Seen> credentials = of(subscriber.all(Topics.CREDENTIAL), EventType.CREDENTIAL_ISSUED);
        List<Subscriber.Seen> feed = subscriber.all(Topics.feed("northgate"));

        assertThat(distinct(credentials, "learner"))
                .as("learners with a credential")
                .hasSize(expected);
        assertThat(credentials).as("credentials issued").hasSize(expected);
        assertThat(distinct(feed, "id")).as("entries of the feed").hasSize(expected);
        assertThat(feed).as("the feed, each once").hasSize(expected);
        assertThat(statusIndexes())
                .as("status indexes, each once")
                .hasSize(expected)
                .doesNotHaveDuplicates();
        for (String service : Product.SERVICES) {
            assertThat(subscriber.all(Topics.deadLetters(service)))
                    .as("dead letters of " + service)
                    .isEmpty();
        }
    }

    /** Identifying data travel on three topics and on no other. What is planted must be found on the three, or the search proves nothing. */
    void keepsApart(List<String> planted) {
        for (String topic : IDENTIFYING) {
            assertThat(texts(topic)).as(topic).anyMatch(text -> planted.stream().anyMatch(text::contains));
        }
        for (String topic : OPAQUE) {
            assertThat(texts(topic))
                    .as(topic)
                    .isNotEmpty()
                    .noneMatch(text -> planted.stream().anyMatch(text::contains));
        }
    }

    private List<String> texts(String topic) {
        return subscriber.all(topic).stream()
                .map(record -> record.key() + " " + record.id() + " " + record.body())
                .toList();
    }

    private List<String> statusIndexes() throws IOException {
        Map<String, String> latest = new HashMap<>();
        for (Subscriber.Seen document : subscriber.all(Topics.CREDENTIAL_DOCUMENT)) {
            latest.put(document.key(), document.body());
        }
        List<String> indexes = new ArrayList<>();
        for (String body : latest.values()) {
            JsonNode form = Json.parse(body).path("forms").path(0);
            JsonNode status = Json.parse(form.path("document").asText()).path("credentialStatus");
            indexes.add(status.path("statusListCredential").asText() + "#"
                    + status.path("statusListIndex").asText());
        }
        return indexes;
    }

    private static Set<String> distinct(List<Subscriber.Seen> records, String member) throws IOException {
        Set<String> values = new HashSet<>();
        for (Subscriber.Seen record : records) {
            values.add(Json.parse(record.body()).path(member).asText());
        }
        return values;
    }

    private static List<Subscriber.Seen> of(List<Subscriber.Seen> records, EventType type) {
        return records.stream()
                .filter(record -> record.type().equals(type.ceType()))
                .toList();
    }
}
