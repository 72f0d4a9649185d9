package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOpeningTest {

    @Test
    void takesEachElementAsItWasWritten() {
        String odd = "{ \"type\" : \"VerifiableCredential\",\"n\":1.10,\"ü\":\"\\u00fc\" }";

        List<BatchItem> items = array("[\n" + odd + " ,\"e30.e30.x\"," + odd + "]");

        assertThat(items).extracting(BatchItem::number).containsExactly(1, 2, 3);
        assertThat(items).extracting(BatchItem::name).containsExactly("item 1", "item 2", "item 3");
        assertThat(text(items.get(0))).isEqualTo(odd);
        assertThat(text(items.get(1))).isEqualTo("e30.e30.x");
        assertThat(text(items.get(2))).isEqualTo(odd);
    }

    @Test
    void takesAddresses() {
        assertThat(array("[{\"url\":\"https://u.example/1\"},\"https://u.example/1\"]"))
                .extracting(item -> item.opened().get())
                .containsOnly(new Opened.Address(URI.create("https://u.example/1")));
        assertThat(BatchOpening.form(null, "\n https://u.example/1 \r\n\n", 1))
                .singleElement()
                .extracting(item -> item.opened().get())
                .isEqualTo(new Opened.Address(URI.create("https://u.example/1")));
    }

    @Test
    void leavesWhatIsWrongWithOneToThatOne() {
        List<BatchItem> items = array("[{\"type\":\"a\",\"type\":\"b\"},12,null,[],{\"type\":\"a\"}]");

        assertThat(items.subList(0, 4))
                .allSatisfy(item -> assertThat(item.opened().get()).isInstanceOf(Opened.Nothing.class));
        assertThat(items.get(4).opened().get()).isInstanceOf(Opened.Credential.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | Nothing was handed in",
                "{} | no JSON array",
                "'' | no JSON array",
                "[{}] [] | Something follows",
                "[{} | not JSON",
                "[{]} | not JSON",
                "[1,2,3,4] | More than 3"
            })
    void refusesWhatCanNotBeTakenApart(String body, String reason) {
        assertThatThrownBy(() -> array(body))
                .isInstanceOf(BatchOpening.Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEmptyFormAndTooManyAddresses() {
        assertThatThrownBy(() -> BatchOpening.form(List.of(), " \n ", 3)).hasMessageContaining("Nothing was handed in");
        assertThatThrownBy(() -> BatchOpening.form(null, null, 3)).hasMessageContaining("Nothing was handed in");
        assertThatThrownBy(() -> BatchOpening.form(null, "a\nb\nc\nd", 3)).hasMessageContaining("More than 3");
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        assertThatThrownBy(() -> BatchOpening.array("[{}]".getBytes(StandardCharsets.UTF_16BE), 9))
                .isInstanceOf(BatchOpening.Refused.class);
    }

    @Test
    void refusesWhatLiesTooDeep() {
        String deep = "[" + "[".repeat(5_000) + "]".repeat(5_000) + "]";

        assertThatThrownBy(() -> array(deep)).isInstanceOf(BatchOpening.Refused.class);
    }

    private static List<BatchItem> array(String body) {
        return BatchOpening.array(body.getBytes(StandardCharsets.UTF_8), body.startsWith("[1") ? 3 : 100);
    }

    private static String text(BatchItem item) {
        return ((Opened.Credential) item.opened().get()).presented().text();
    }
}
