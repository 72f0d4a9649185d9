package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementImage;
import org.meritstream.events.MalformedEvent;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.flow.Files;

/** Which pictures an achievement may have. */
class PictureFaultsDecisionTest {
    private static final String DRAFT = Files.read("drafts/with-picture.json");
    private static final String ADDRESS = "https://www.northgate.example/badges/data-literacy.png";
    private static final String CAPTION = "A lens over a bar chart";

    @Test
    void takesAnAddressAndWhatIsThere() throws JsonProcessingException {
        DraftJson.Sent sent = sent(DRAFT);

        assertThat(sent.definition().image()).isEqualTo(new AchievementImage(ADDRESS, CAPTION));
        assertThat(DefinitionFaults.of(sent.id(), sent.definition())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.northgate.example/badge.png",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "https:///badge.png",
                "//www.northgate.example/badge.png",
                "badge.png",
                "https://www.northgate.example/a badge.png",
                ""
            })
    void refusesAnAddressThatIsNotAbsoluteAndHttps(String address) throws JsonProcessingException {
        assertThat(faults(DRAFT.replace(ADDRESS, address)))
                .extracting(Fault::pointer)
                .containsExactly("/image/id");
    }

    @Test
    void refusesAnAddressWithoutEnd() throws JsonProcessingException {
        assertThat(faults(DRAFT.replace(ADDRESS, ADDRESS + "?" + "a".repeat(2000))))
                .extracting(Fault::pointer)
                .containsExactly("/image/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesAPictureWithoutWords(String caption) throws JsonProcessingException {
        assertThat(faults(DRAFT.replace(CAPTION, caption)))
                .extracting(Fault::pointer)
                .containsExactly("/image/caption");
    }

    @Test
    void refusesMoreWordsThanAnybodyListensTo() throws JsonProcessingException {
        assertThat(faults(DRAFT.replace(CAPTION, "a".repeat(501))))
                .extracting(Fault::pointer)
                .containsExactly("/image/caption");
    }

    @Test
    void doesNotReadAPictureThatSaysNothingOfWhatItShows() {
        String without = DRAFT.replaceFirst(",\\s*\"caption\": \"[^\"]*\"", "");

        assertThat(without).doesNotContain("caption");
        assertThatThrownBy(() -> sent(without))
                .isInstanceOfSatisfying(
                        MalformedEvent.class,
                        fault -> assertThat(fault.place()).isEqualTo("/definition/image/caption"));
    }

    private static List<Fault> faults(String draft) throws JsonProcessingException {
        DraftJson.Sent sent = sent(draft);
        return DefinitionFaults.of(sent.id(), sent.definition());
    }

    private static DraftJson.Sent sent(String draft) throws JsonProcessingException {
        return DraftJson.read(draft.getBytes(StandardCharsets.UTF_8));
    }
}
