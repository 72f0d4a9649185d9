package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;

/** What an outside subscriber can learn from a tenant's feed of whom an entry is about: nothing. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class FeedIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Test
    void sharesNoIdWithAnythingElseThatTheProductSays() {
        Said said = issueAndRevoke("fed");

        assertThat(said.feed()).hasSize(3);
        assertThat(ids(said.feed())).isNotEmpty().doesNotContainAnyElementsOf(ids(said.elsewhere()));
    }

    /** Whoever holds a credential, its document or an event about it can compute digests; none of them leads to its entry. */
    @Test
    void derivesTheIdsOfItsEventsFromTheKeyOfItsEntryAlone() {
        Said said = issueAndRevoke("well-fed");
        Set<String> known = ids(said.elsewhere());

        for (Message entry : said.feed()) {
            String id = String.valueOf(entry.headers().get("ce_id"));
            String key = entry.key().substring(entry.key().indexOf('/') + 1);
            assertThat(digests(Set.of(key))).contains(id);
            assertThat(digests(known)).doesNotContain(id, key);
        }
    }

    /**
     * What was said.
     *
     * @param elsewhere everything but the feed: the events that were read and those that were emitted
     */
    private record Said(List<Message> feed, List<Message> elsewhere) {}

    private Said issueAndRevoke(String tenant) {
        Story story = new Story(tenant);
        founding.found(tenant);
        List<Event<?>> events = List.of(
                story.published(3),
                story.profiled(1, "Amina Yilmaz", 1),
                story.profiled(2, "Bo Chen", 1),
                story.conferred(1, 10),
                story.conferred(2, 11),
                story.withdrawn(1, 40));
        List<Inbound> batch = new Deliveries().deliver(events);
        List<Message> all = new ArrayList<>(handler.handle(batch));
        batch.forEach(read -> all.add(read.message()));
        Map<Boolean, List<Message>> ofTheFeed = all.stream()
                .collect(Collectors.partitioningBy(message -> message.topic().equals(Topics.feed(tenant))));
        return new Said(ofTheFeed.getOrDefault(true, List.of()), ofTheFeed.getOrDefault(false, List.of()));
    }

    private static Set<String> ids(List<Message> messages) {
        return messages.stream()
                .map(message -> message.key() + message.headers() + new String(message.body(), StandardCharsets.UTF_8))
                .flatMap(text -> ID.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> digests(Set<String> ids) {
        List<String> labels = List.of(
                "feed",
                "feed.credential/ISSUED",
                "feed.credential/REVOKED",
                "credential.issued",
                "credential.revoked",
                "credential.document/ISSUED");
        return ids.stream()
                .flatMap(id -> Stream.concat(
                        Stream.of(EventIds.of(id)), labels.stream().map(label -> EventIds.of(label, id))))
                .collect(Collectors.toSet());
    }
}
