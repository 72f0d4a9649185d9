package org.meritstream.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One version in three places. */
class VersionTest {
    private static final String VERSION = first("pom.xml", "<version>([0-9.]+)(-SNAPSHOT)?</version>");

    @Test
    void chartsTheVersionOfTheProduct() {
        assertThat(first("helm/meritstream/Chart.yaml", "(?m)^appVersion: \"(.+)\"$"))
                .isEqualTo(VERSION);
    }

    @Test
    void composesTheVersionOfTheProduct() {
        assertThat(Repository.text("docker-compose.yml"))
                .containsPattern("image: meritstream/assessment:" + Pattern.quote(VERSION) + "\n");
    }

    private static String first(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Repository.text(file))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
