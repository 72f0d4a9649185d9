package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Topics;

/** The topics that deployment creates are those that the contract names. */
class TopicsTest {
    private static final List<String[]> LINES = Repository.text("helm/meritstream/files/topics.tsv")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();

    @Test
    void createsEveryTopicOfTheContract() {
        var own = Stream.<UnaryOperator<String>>of(Topics::commands, Topics::deadLetters)
                .flatMap(name -> Topics.SERVICES.stream().map(name));
        var between = Stream.concat(Topics.KEPT.stream(), Topics.COMPACTED.stream());

        assertThat(LINES)
                .extracting(line -> line[0])
                .containsExactlyInAnyOrderElementsOf(Stream.concat(own, between).toList());
    }

    @Test
    void compactsWhatTheContractCompacts() {
        assertThat(LINES.stream().filter(line -> line[1].equals("compact")).map(line -> line[0]))
                .containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
    }

    @Test
    void keepsEachTopicAsTheContractDescribesIt() {
        var created = LINES.stream().collect(Collectors.toMap(line -> line[0], line -> line[1] + " " + line[2]));

        assertThat(created).isEqualTo(described());
    }

    @Test
    void takesRecordsAsLargeAsTheLoopMaySend() {
        var loop = Repository.text("contracts/log/src/main/java/org/meritstream/log/KafkaClients.java");
        var script = Repository.text("helm/meritstream/files/create-topics.sh");

        assertThat(first("MAX_REQUEST_BYTES = \"(\\d+)\"", loop)).isEqualTo(first("max.message.bytes=(\\d+)", script));
    }

    /** Cleanup and retention of every topic in the AsyncAPI document but those of a tenant. */
    private static Map<String, String> described() {
        var channels = Yaml.at(Yaml.map(Repository.text("contracts/asyncapi/meritstream.yaml")), "channels");
        return channels.values().stream()
                .map(Yaml::asMap)
                .flatMap(channel -> Topics.SERVICES.stream()
                        .map(service -> String.valueOf(channel.get("address")).replace("{service}", service))
                        .filter(address -> !address.contains("{tenant}"))
                        .map(address -> Map.entry(address, keeping(channel))))
                .distinct()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String keeping(Map<String, Object> channel) {
        var configuration = Yaml.at(channel, "bindings", "kafka", "topicConfiguration");
        var cleanup = String.join(",", Yaml.asTexts(Objects.requireNonNull(configuration.get("cleanup.policy"))));
        return cleanup + " " + configuration.getOrDefault("retention.ms", "-");
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
