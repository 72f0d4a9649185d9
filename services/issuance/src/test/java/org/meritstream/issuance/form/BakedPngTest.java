package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;

class BakedPngTest {
    private static final byte[] PNG = PngImage.of(BadgeFaces.dataLiteracy());
    private static final int SIGNATURE = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJFZERTQSJ9.e30.c2ln",
                "{\"name\":\"Grüße, 数据, \uD83C\uDF93\"}",
                "{\"a\":\"]]>\\u0000\"}"
            })
    void givesBackToTheByteWhatWasBakedIn(String credential) {
        assertThat(BakedPng.text(BakedPng.bake(PNG, credential))).isEqualTo(new Baked.Text(credential));
    }

    @Test
    void givesBackASignedCredential() {
        String signed = SignedFixture.credential();

        assertThat(BakedPng.text(BakedPng.bake(PNG, signed))).isEqualTo(new Baked.Text(signed));
    }

    @Test
    void hasOneChunkAsTheStandardSaysAndEveryCheckSumRight() {
        List<String> types = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        ByteBuffer chunks = ByteBuffer.wrap(BakedPng.bake(PNG, "{}")).position(SIGNATURE);
        while (chunks.hasRemaining()) {
            byte[] data = new byte[chunks.getInt()];
            byte[] type = new byte[4];
            chunks.get(type).get(data);
            CRC32 sum = new CRC32();
            sum.update(type);
            sum.update(data);
            assertThat(chunks.getInt()).isEqualTo((int) sum.getValue());
            types.add(new String(type, StandardCharsets.ISO_8859_1));
            if (types.getLast().equals("iTXt")) {
                texts.add(data);
            }
        }

        assertThat(types).startsWith("IHDR").endsWith("iTXt", "IEND");
        assertThat(texts).containsExactly("openbadgecredential\0\0\0\0\0{}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void staysTheSameImage() throws IOException {
        BufferedImage baked = ImageIO.read(new ByteArrayInputStream(BakedPng.bake(PNG, SignedFixture.credential())));
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(PNG));

        assertThat(baked.getRGB(0, 0, 600, 600, null, 0, 600)).isEqualTo(plain.getRGB(0, 0, 600, 600, null, 0, 600));
    }

    @Test
    void bakesNoSecondCredentialIn() {
        byte[] baked = BakedPng.bake(PNG, "{}");

        assertThatThrownBy(() -> BakedPng.bake(baked, "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNeitherOfTwoCredentials() {
        byte[] once = BakedPng.bake(PNG, "{}");
        int chunk = once.length - PNG.length;
        byte[] twice = ByteBuffer.allocate(once.length + chunk)
                .put(once, 0, once.length - 12)
                .put(once, once.length - 12 - chunk, chunk)
                .put(once, once.length - 12, 12)
                .array();

        assertThat(BakedPng.text(twice)).isInstanceOf(Baked.None.class);
    }

    @Test
    void findsNothingInAnImageCutAnywhere() {
        byte[] baked = BakedPng.bake(PNG, "{\"a\":1}");
        for (int length = 0; length < baked.length - 12; length += length < baked.length - 200 ? 997 : 1) {
            assertThat(BakedPng.text(java.util.Arrays.copyOf(baked, length))).isInstanceOf(Baked.None.class);
        }
    }
}
