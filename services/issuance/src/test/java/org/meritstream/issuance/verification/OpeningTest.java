package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;

class OpeningTest {
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\">%s</svg>";

    @Test
    void opensJson() {
        assertThat(open(SignedFixture.credential())).isInstanceOf(Opened.Credential.class);
        assertThat(open("\ufeff \n" + SignedFixture.credential() + "\n")).isInstanceOf(Opened.Credential.class);
    }

    @Test
    void opensAPngOf1EdTech() throws IOException {
        Opened opened = Opening.open(OfficialSamplesTest.bytes("simple-jwt.png"));

        assertThat(opened).isInstanceOf(Opened.Credential.class);
        assertThat(((Opened.Credential) opened).presented()).isInstanceOf(Presented.Token.class);
    }

    @Test
    void takesAnAddress() {
        assertThat(open("{\"url\": \"https://u.example/c/1\"}")).isInstanceOf(Opened.Address.class);
        assertThat(open("{\"url\": \"mailto:somebody\"}")).isInstanceOf(Opened.Nothing.class);
        assertThat(open("{\"url\": \"http:// no\"}")).isInstanceOf(Opened.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "12",
                "\"text\"",
                "{}",
                "{\"a\":1}",
                "{\"type\":",
                "{\"type\":\"a\",\"type\":\"b\"}",
                "{\"type\":\"a\"} {}",
                "a.b.c",
                "e30.W10.x",
                "Dear Sir or Madam",
                "<html></html>",
                "<svg",
                "<svg/>",
                "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg>&e;</svg>"
            })
    void refusesWhatIsNoCredential(String text) {
        assertThat(open(text)).isInstanceOf(Opened.Nothing.class);
    }

    @Test
    void refusesWhatLiesTooDeep() {
        String deep = "{\"type\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(open(deep)).isInstanceOf(Opened.Nothing.class);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(Opening.open(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})).isInstanceOf(Opened.Nothing.class);
    }

    @Test
    void refusesTwoCredentialsInOneImage() throws IOException {
        String one = "<o:credential>{\"type\":\"a\"}</o:credential>";
        byte[] png = OfficialSamplesTest.bytes("simple-jwt.png");

        assertThat(open(SVG.formatted(one))).isInstanceOf(Opened.Credential.class);
        assertThat(open(SVG.formatted(one + one))).isInstanceOf(Opened.Nothing.class);
        assertThat(Opening.open(twice(png))).isInstanceOf(Opened.Nothing.class);
    }

    @Test
    void followsNoEntityOfAnSvg() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + SVG.formatted("<o:credential>{\"type\":\"&b;\"}</o:credential>");

        assertThat(open(bomb)).isInstanceOf(Opened.Nothing.class);
    }

    @Test
    void isStoppedByNoBrokenImage() throws IOException {
        byte[] png = OfficialSamplesTest.bytes("simple-jwt.png");
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Arrays.copyOf(png, 9 + random.nextInt(png.length - 9));
            broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
            assertThat(Opening.open(broken)).isNotNull();
        }
    }

    /** All chunks a second time. */
    private static byte[] twice(byte[] png) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(png);
        both.write(png, 8, png.length - 8);
        return both.toByteArray();
    }

    private static Opened open(String text) {
        return Opening.open(text.getBytes(StandardCharsets.UTF_8));
    }
}
