package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultibaseTest {

    @Test
    void writesTheExampleOfTheBase58Draft() {
        assertThat(Multibase.base58btc("Hello World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("z2NEpo7TZRRrLZSi2U");
    }

    @Test
    void keepsLeadingZeros() {
        assertThat(Multibase.bytes("z11233QC4")).containsExactly(0, 0, 0x28, 0x7f, 0xb4, 0xcd);
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(11);
        for (int length = 0; length < 80; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Multibase.bytes(Multibase.base58btc(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void readsTheLongestThatAnythingHereNeedsAndNothingMuchLonger() {
        byte[] signatureOfP384 = new byte[96];
        Arrays.fill(signatureOfP384, (byte) 0xff);

        assertThat(Multibase.bytes(Multibase.base58btc(signatureOfP384))).isEqualTo(signatureOfP384);
        assertThatThrownBy(() -> Multibase.bytes("z" + "2".repeat(200))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherBase() {
        assertThatThrownBy(() -> Multibase.bytes("uAAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALetterThatBase58LeavesOut() {
        assertThatThrownBy(() -> Multibase.bytes("z0OIl")).isInstanceOf(IllegalArgumentException.class);
    }
}
