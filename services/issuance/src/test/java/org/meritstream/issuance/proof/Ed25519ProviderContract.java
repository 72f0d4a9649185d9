package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every Ed25519 implementation must do: the vectors of RFC 8032, section 7.1, and the refusals. */
abstract class Ed25519ProviderContract {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SEED = HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    private static final byte[] PUBLIC =
            HEX.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final byte[] MESSAGE = {0x72};
    private static final byte[] SIGNATURE =
            HEX.parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    abstract Ed25519Provider provider();

    @Test
    void derivesThePublicKeyOfTheRfcVector() {
        assertThat(provider().publicKey(SEED)).isEqualTo(PUBLIC);
    }

    @Test
    void signsAsTheRfcVectorDoes() {
        assertThat(provider().signer(SEED, PUBLIC).sign(MESSAGE)).isEqualTo(SIGNATURE);
    }

    @Test
    void acceptsTheRfcVectorsSignature() {
        assertThat(provider().verify(PUBLIC, MESSAGE, SIGNATURE)).isTrue();
    }

    @Test
    void refusesAnotherMessage() {
        assertThat(provider().verify(PUBLIC, new byte[] {0x73}, SIGNATURE)).isFalse();
    }

    @Test
    void refusesAnotherKey() {
        byte[] other = provider().publicKey(new byte[32]);

        assertThat(provider().verify(other, MESSAGE, SIGNATURE)).isFalse();
    }

    @Test
    void refusesATruncatedSignature() {
        assertThat(provider().verify(PUBLIC, MESSAGE, new byte[63])).isFalse();
    }

    @Test
    void refusesAPublicKeyThatIsNoPoint() {
        byte[] noPoint = new byte[32];
        java.util.Arrays.fill(noPoint, (byte) 0xff);

        assertThat(provider().verify(noPoint, MESSAGE, SIGNATURE)).isFalse();
    }

    @Test
    void refusesAKeyOfTheWrongLength() {
        assertThatThrownBy(() -> provider().signer(new byte[31], PUBLIC)).hasMessageContaining("32 bytes");
    }

    @Test
    void signsAsThePureJavaOneDoes() {
        Random random = new Random(7);
        byte[] message = new byte[64];
        random.nextBytes(message);

        byte[] signature = provider().signer(SEED, PUBLIC).sign(message);

        assertThat(signature)
                .isEqualTo(new BouncyCastleEd25519().signer(SEED, PUBLIC).sign(message));
    }
}
