package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;
import org.meritstream.quickstart.client.Json;

/** What must be true of the topics once everything arrived: each credential once, wherever one looks, and each tenant's apart. */
final class Ledger {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Subscriber subscriber;
    private final Aftermath aftermath;

    Ledger(Subscriber subscriber, Aftermath aftermath) {
        this.subscriber = subscriber;
        this.aftermath = aftermath;
    }

    /** Waits until so many credentials are offered to the learners of each tenant. */
    void await(Map<String, Integer> expected) {
        int offers = expected.values().stream().mapToInt(Integer::intValue).sum();
        List<Subscriber.Seen> seen = subscriber.read(
                Topics.WALLET, all -> of(all, EventType.OFFER_CREATED).size() >= offers, PATIENCE);
        int offered = of(seen, EventType.OFFER_CREATED).size();
        assertThat(offered).as(() -> "offers\n" + aftermath.told()).isEqualTo(offers);
    }

    /** Exactly one credential per qualified learner, seen once in each place, with a status index of its own, and no dead letter. */
    void verify(Map<String, Integer> expected) throws IOException {
        await(expected);
        // Whatever came twice must have the time to come.
        LockSupport.parkNanos(SETTLED.toNanos());
        Collection<Document> documents = documents();
        List<Subscriber.Seen> issued = of(subscriber.all(Topics.CREDENTIAL), EventType.CREDENTIAL_ISSUED);
        List<Subscriber.Seen> fed = new ArrayList<>();
        for (Map.Entry<String, Integer> tenant : expected.entrySet()) {
            List<Subscriber.Seen> feed = subscriber.all(Topics.feed(tenant.getKey()));
            fed.addAll(feed);
            verifyOne(tenant.getKey(), tenant.getValue(), issued, feed, documents);
        }

        int all = expected.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(values(issued, "learner"))
                .as("learners, none of two tenants")
                .hasSize(all);
        assertThat(values(fed, "id")).as("entries, none of two feeds").hasSize(all);
        assertThat(documents)
                .extracting(Document::statusIndex)
                .as("status indexes, each once")
                .hasSize(all)
                .doesNotHaveDuplicates();
        for (String service : Product.SERVICES) {
            assertThat(subscriber.all(Topics.deadLetters(service)))
                    .as("dead letters of " + service)
                    .allMatch(Poison::is);
        }
    }

    private static void verifyOne(
            String tenant,
            int expected,
            List<Subscriber.Seen> issued,
            List<Subscriber.Seen> feed,
            Collection<Document> documents)
            throws IOException {
        List<Subscriber.Seen> own = issued.stream()
                .filter(record -> record.key().startsWith(tenant + "/"))
                .toList();
        assertThat(values(own, "learner"))
                .as("learners with a credential of " + tenant)
                .hasSize(expected);
        assertThat(own).as("credentials issued by " + tenant).hasSize(expected);
        assertThat(values(own, "tenant")).as("who issued them").containsExactly(tenant);
        assertThat(values(feed, "id")).as("entries of the feed of " + tenant).hasSize(expected);
        assertThat(feed).as("the feed of " + tenant + ", each once").hasSize(expected);
        assertThat(values(feed, "tenant")).as("whose they are").containsExactly(tenant);
        assertThat(documents)
                .filteredOn(document -> document.tenant().equals(tenant))
                .hasSize(expected)
                .allMatch(document -> document.issuer().endsWith(":issuers:" + tenant));
    }

    /**
     * A signed credential.
     *
     * @param issuer the DID that signed it
     * @param statusIndex with the list that it is of
     */
    private record Document(String tenant, String issuer, String statusIndex) {
        static Document of(String body) throws IOException {
            JsonNode event = Json.parse(body);
            JsonNode credential =
                    Json.parse(event.path("forms").path(0).path("document").asText());
            JsonNode status = credential.path("credentialStatus");
            return new Document(
                    event.path("tenant").asText(),
                    credential.path("issuer").path("id").asText(),
                    status.path("statusListCredential").asText() + "#"
                            + status.path("statusListIndex").asText());
        }
    }

    private Collection<Document> documents() throws IOException {
        Map<String, Document> latest = new HashMap<>();
        for (Subscriber.Seen document : subscriber.all(Topics.CREDENTIAL_DOCUMENT)) {
            latest.put(document.key(), Document.of(document.body()));
        }
        return latest.values();
    }

    private static Set<String> values(List<Subscriber.Seen> records, String member) throws IOException {
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
