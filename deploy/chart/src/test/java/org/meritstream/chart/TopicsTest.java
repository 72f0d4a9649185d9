package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
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
    void keepsWhatIsNotCompactedForAStatedTime() {
        assertThat(LINES.stream().filter(line -> line[1].equals("delete")))
                .allSatisfy(line -> assertThat(Long.parseLong(line[2]))
                        .isGreaterThanOrEqualTo(Duration.ofDays(14).toMillis()));
    }
}
