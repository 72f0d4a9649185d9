package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.meritstream.events.Topics;

/** Where identifying data stand, and where they do not. */
final class Privacy {
    /** Topics that carry them: what senders sent, who learners are, and what was signed about them. */
    private static final Set<String> IDENTIFYING = Set.of(Topics.INTAKE, Topics.LEARNER, Topics.CREDENTIAL_DOCUMENT);
    /** Nobody asks assessment for anything, and nobody hands in a credential of another issuer here, so nothing stands there. */
    private static final Set<String> EMPTY = Set.of(Topics.ASSESSMENT_COMMANDS, Topics.IMPORT);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Subscriber subscriber;

    Privacy(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    /** Identifying data travel on three topics and on no other. What is planted must be found on the three, or the search proves nothing. */
    void keepsApart(List<String> planted) {
        for (String topic : IDENTIFYING) {
            assertThat(texts(topic)).as(topic).anyMatch(text -> holds(text, planted));
        }
        for (String topic : opaque()) {
            List<String> texts = texts(topic);
            assertThat(texts).as(topic).noneMatch(text -> holds(text, planted));
            assertThat(texts.isEmpty()).as(topic + " is empty").isEqualTo(EMPTY.contains(topic));
        }
    }

    /**
     * A dead letter is a record as it came, so one of the three topics holds what that topic holds, and no other does. Why it could not be
     * read is told without a word of it.
     *
     * @param poisoned how many records of the three topics no service could read
     */
    void tellsNobodyOfPoison(int poisoned, List<String> planted) {
        for (String service : Topics.SERVICES) {
            List<Subscriber.Seen> dead =
                    subscriber.read(Topics.deadLetters(service), all -> all.size() >= poisoned, PATIENCE);
            assertThat(dead)
                    .as("dead letters of " + service)
                    .hasSize(poisoned)
                    .allMatch(letter -> IDENTIFYING.contains(origin(letter)) && holds(letter.text(), planted))
                    .noneMatch(letter -> holds(reason(letter), planted))
                    .noneMatch(letter -> reason(letter).isBlank());
        }
    }

    /** Every topic between services, private or for subscribers, but for the three. */
    private static Set<String> opaque() {
        Set<String> topics = new TreeSet<>();
        topics.addAll(Topics.COMPACTED);
        topics.addAll(Topics.KEPT);
        Topics.SERVICES.forEach(service -> topics.add(Topics.commands(service)));
        Arrays.stream(Campus.values()).forEach(campus -> topics.add(Topics.feed(campus.tenant())));
        topics.removeAll(IDENTIFYING);
        return topics;
    }

    private static String origin(Subscriber.Seen letter) {
        String position = letter.headers().getOrDefault("meritstream_origin", "");
        return Stream.of(position.split(":", 2)).findFirst().orElse("");
    }

    private static String reason(Subscriber.Seen letter) {
        return letter.headers().getOrDefault("meritstream_reason", "");
    }

    private List<String> texts(String topic) {
        return subscriber.all(topic).stream().map(Subscriber.Seen::text).toList();
    }

    private static boolean holds(String text, List<String> planted) {
        return planted.stream().anyMatch(text::contains);
    }
}
