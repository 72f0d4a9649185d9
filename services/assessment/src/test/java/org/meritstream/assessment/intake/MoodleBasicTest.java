package org.meritstream.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleBasicTest {

    @Test
    void acceptsTheUserAndPasswordOfTheSource() {
        assertThat(proves(basic("moodle", "correct horse: battery"))).isTrue();
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(proves(basic("moodle", "correct horse: battery").replace("Basic", "BASIC")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"moodle, wrong", "other, 'correct horse: battery'", "moodle:correct horse, battery", "'', ''"})
    void refusesAnythingElse(String user, String password) {
        assertThat(proves(basic(user, password))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Bearer abc", "bW9vZGxl"})
    void refusesWhatIsNoBasicHeader(String header) {
        assertThat(proves(header)).isFalse();
    }

    @Test
    void provesNobodyWhereTheSourceHasNoPassword() {
        assertThat(MoodleBasic.proves(basic("moodle", "null"), "moodle", null)).isFalse();
    }

    private static boolean proves(String header) {
        return MoodleBasic.proves(header, "moodle", "correct horse: battery");
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
