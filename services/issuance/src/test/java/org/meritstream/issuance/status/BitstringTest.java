package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;

class BitstringTest {

    @Test
    void readsTheSpecificationsExample() throws JsonProcessingException {
        String encoded = new ObjectMapper()
                .readTree(Resources.text("/vectors/bitstring/spec-example.json"))
                .path("encodedList")
                .asText();

        assertThat(Bitstring.decoded(encoded)).isEqualTo(Bitstring.empty());
    }

    @Test
    void putsIndexZeroIntoTheMostSignificantBit() {
        assertThat(Bitstring.empty().with(List.of(0)).bytes()[0]).isEqualTo((byte) 0x80);
    }

    @Test
    void readsBackTheBitsItWrote() {
        Bitstring bits =
                Bitstring.decoded(Bitstring.empty().with(List.of(7, 8, 131_071)).encoded());

        assertThat(List.of(6, 7, 8, 9, 131_070, 131_071))
                .map(bits::isSet)
                .containsExactly(false, true, true, false, false, true);
    }

    @Test
    void clearsBitsAndNoOther() {
        Bitstring bits = Bitstring.empty().with(List.of(7, 8, 9)).without(List.of(8, 100));

        assertThat(bits).isEqualTo(Bitstring.empty().with(List.of(7, 9)));
    }

    @Test
    void leavesTheFormerBitsAlone() {
        Bitstring bits = Bitstring.empty();

        assertThat(bits.with(List.of(5))).isNotEqualTo(bits);
        assertThat(bits.isSet(5)).isFalse();
    }

    @Test
    void refusesAnIndexOutsideTheList() {
        assertThatThrownBy(() -> Bitstring.empty().isSet(131_072)).hasMessageContaining("RANGE_ERROR");
    }

    @Test
    void refusesAListThatIsTooShort() {
        assertThatThrownBy(() -> Bitstring.of(new byte[10])).hasMessageContaining("STATUS_LIST_LENGTH_ERROR");
    }
}
