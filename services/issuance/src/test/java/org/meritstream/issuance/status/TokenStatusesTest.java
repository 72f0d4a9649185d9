package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Resources;

class TokenStatusesTest {
    private static final int ENTRIES = 131_072;

    @Test
    void readsTheSpecificationsVectors() throws JsonProcessingException {
        for (JsonNode vector : new ObjectMapper().readTree(Resources.text("/vectors/status-list/encodings.json"))) {
            TokenStatuses statuses = TokenStatuses.of(
                    vector.path("bits").asInt(), vector.path("lst").asText());
            int entries = vector.path("entries").asInt();

            for (int i = 0; i < entries; i++) {
                assertThat(statuses.at(i))
                        .isEqualTo(vector.path("set").path(Integer.toString(i)).asInt(0));
            }
            assertThatThrownBy(() -> statuses.at(entries)).hasMessageContaining("outside");
        }
    }

    @Test
    void hasTheSameEntriesUnderTheSameIndexes() {
        List<Integer> revoked = List.of(0, 7, 8, 94_567, ENTRIES - 1);
        TokenStatuses statuses = TokenStatuses.of(
                1, TokenStatuses.encoded(new ListBits(Bitstring.empty().with(revoked), null)));

        for (int i = 0; i < ENTRIES; i++) {
            assertThat(statuses.at(i)).isEqualTo(revoked.contains(i) ? TokenStatuses.INVALID : TokenStatuses.VALID);
        }
    }

    @Test
    void saysSuspendedInTwoBitsAndRevokedOfWhatIsBoth() {
        List<Integer> revoked = List.of(0, 5, 94_567);
        List<Integer> suspended = List.of(1, 5, 6, 7, 8, ENTRIES - 1);
        ListBits bits =
                new ListBits(Bitstring.empty().with(revoked), Bitstring.empty().with(suspended));

        TokenStatuses statuses = TokenStatuses.of(TokenStatuses.size(bits), TokenStatuses.encoded(bits));

        assertThat(TokenStatuses.size(ListBits.empty(false))).isEqualTo(1);
        for (int i = 0; i < ENTRIES; i++) {
            int rest = suspended.contains(i) ? TokenStatuses.SUSPENDED : TokenStatuses.VALID;
            assertThat(statuses.at(i)).isEqualTo(revoked.contains(i) ? TokenStatuses.INVALID : rest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 16, -1})
    void knowsNoStatusOfAnotherSize(int bits) {
        assertThatThrownBy(() -> TokenStatuses.of(bits, TokenStatuses.encoded(ListBits.empty(false))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "eNrb"})
    void refusesWhatIsNoList(String list) {
        assertThatThrownBy(() -> TokenStatuses.of(1, list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAListThatHasNoEnd() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 1);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 40; i++) {
                out.write(megabyte);
            }
        }
        String bomb = Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> TokenStatuses.of(1, bomb)).hasMessageContaining("too long");
    }
}
