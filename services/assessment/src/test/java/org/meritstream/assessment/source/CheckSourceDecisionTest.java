package org.meritstream.assessment.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.reading.SenderJson;
import org.meritstream.assessment.source.CheckSourceDecision.Fault;
import org.meritstream.assessment.source.CheckSourceDecision.Outcome;
import org.meritstream.events.SourceKind;

class CheckSourceDecisionTest {

    @Test
    void acceptsACanvasWithItsKeysAndJoinsByStudentNumberUnlessTold() {
        assertThat(CheckSourceDecision.decide("canvas", canvas("root", Tokens.jwks(), null), false))
                .isEqualTo(new Outcome.Sound(SourceKind.CANVAS_LIVE, JoinBy.STUDENT_NUMBER));
    }

    @Test
    void acceptsACanvasWithTheAddressOfItsKeys() {
        assertThat(CheckSourceDecision.decide("canvas", canvas("root", null, "https://canvas.example/jwks"), false))
                .isInstanceOf(Outcome.Sound.class);
    }

    @Test
    void wantsTheRootAccountThatBindsTheStream() {
        assertThat(pointers("canvas", canvas(null, Tokens.jwks(), null), false)).containsExactly("/rootAccountUuid");
    }

    @Test
    void wantsOneOfTheTwoFormsOfKeys() {
        assertThat(pointers("canvas", canvas("root", null, null), false)).containsExactly("/jwks");
        assertThat(pointers("canvas", canvas("root", Tokens.jwks(), "https://x.example"), false))
                .containsExactly("/jwks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"keys\":[]}", "{}", "[]", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"a\"}]}"})
    void wantsPublicRsaKeys(String jwks) {
        assertThat(pointers("canvas", canvas("root", jwks, null), false)).containsExactly("/jwks");
    }

    @Test
    void takesNoPrivateKey() {
        String jwks = "{\"keys\":[" + Tokens.KEY.toJSONString() + "]}";

        assertThat(pointers("canvas", canvas("root", jwks, null), false)).containsExactly("/jwks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://canvas.example/jwks",
                "file:///etc/passwd",
                "nonsense",
                "https://",
                "http://169.254.169.254/"
            })
    void fetchesKeysByHttpsOnly(String address) {
        assertThat(pointers("canvas", canvas("root", null, address), false)).containsExactly("/jwksUrl");
    }

    @Test
    void acceptsAMoodleWithUserAndPassword() {
        assertThat(CheckSourceDecision.decide("moodle", moodle("moodle", "twelve letters"), false))
                .isInstanceOf(Outcome.Sound.class);
    }

    @Test
    void keepsThePasswordThereIs() {
        assertThat(CheckSourceDecision.decide("moodle", moodle("moodle", null), true))
                .isInstanceOf(Outcome.Sound.class);
        assertThat(pointers("moodle", moodle("moodle", null), false)).containsExactly("/password");
    }

    @Test
    void takesNoShortPasswordAndNoColonInAUserName() {
        assertThat(pointers("moodle", moodle("moo:dle", "short"), false)).containsExactly("/username", "/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Moodle", "moo/dle", "-moodle", "moodle-", "moo dle"})
    void takesOnlyNamesThatFitAnAddress(String id) {
        assertThat(pointers(id, moodle("moodle", "twelve letters"), false)).containsExactly("");
    }

    private static List<String> pointers(String id, SourceSettings settings, boolean hasPassword) {
        Outcome outcome = CheckSourceDecision.decide(id, settings, hasPassword);
        assertThat(outcome).isInstanceOf(Outcome.Unsound.class);
        return ((Outcome.Unsound) outcome).faults().stream().map(Fault::pointer).toList();
    }

    private static SourceSettings canvas(@Nullable String root, @Nullable String jwks, @Nullable String url) {
        JsonNode keys = jwks == null ? null : SenderJson.read(jwks).orElseThrow();
        return new SourceSettings(SourceKind.CANVAS_LIVE, null, root, keys, url, null, null, null);
    }

    private static SourceSettings moodle(String user, @Nullable String password) {
        return new SourceSettings(SourceKind.MOODLE_XAPI, null, null, null, null, user, password, null);
    }
}
