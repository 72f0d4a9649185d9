package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.meritstream.events.TopicSettings;

/** The topics that deployment creates are those of the contract, with its settings. */
class TopicsTest {
    private static final String SCRIPT = Repository.text("helm/meritstream/files/create-topics.sh");
    private static final List<String> COLUMNS = List.of("cleanup.policy", "retention.ms", "delete.retention.ms");

    @Test
    void createsEveryTopicOfTheContractWithItsSettings() {
        Map<String, Map<String, String>> created = Repository.text("helm/meritstream/files/topics.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(line -> line[0], TopicsTest::settings));

        assertThat(created).isEqualTo(TopicSettings.all());
    }

    @Test
    void createsAsManyPartitionsAsTheContractSays() {
        assertThat(inScript("--partitions (\\d+)")).isEqualTo(Integer.toString(TopicSettings.PARTITIONS));
    }

    @Test
    void createsThemFromOneListWithHelmAndWithCompose() {
        var compose = Yaml.map(Repository.text("docker-compose.yml"));
        var job = Yaml.at(compose, "services", "topics");

        assertThat(Repository.text("helm/meritstream/templates/topics.yaml"))
                .contains("files/{create-topics.sh,topics.tsv}", "[sh, /topics/create-topics.sh, /topics/topics.tsv]");
        assertThat(Yaml.asTexts(Objects.requireNonNull(job.get("command"))))
                .containsExactly("sh", "/topics/create-topics.sh", "/topics/topics.tsv");
        assertThat(Yaml.at(compose, "configs", "topics")).containsEntry("file", "helm/meritstream/files/topics.tsv");
        assertThat(Yaml.at(compose, "configs", "create-topics"))
                .containsEntry("file", "helm/meritstream/files/create-topics.sh");
    }

    /** What the script makes of a line; "-" leaves the broker's own. */
    private static Map<String, String> settings(String[] line) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("max.message.bytes", inScript("max.message.bytes=(\\d+)"));
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (!line[column + 1].equals("-")) {
                settings.put(COLUMNS.get(column), line[column + 1]);
            }
        }
        return settings;
    }

    private static String inScript(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SCRIPT)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
