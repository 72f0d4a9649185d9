package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.form.Photographs;

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

    @Test
    void takesWhatTheCodeInAPictureSays() {
        assertThat(code("https://u.example/credentials/1"))
                .isEqualTo(new Opened.Address(URI.create("https://u.example/credentials/1")));
        assertThat(code("{\"url\": \"https://u.example/credentials/1\"}")).isInstanceOf(Opened.Address.class);
        assertThat(code("{\"type\": \"VerifiableCredential\"}")).isInstanceOf(Opened.Credential.class);
        assertThat(code("eyJhbGciOiJFZERTQSJ9.e30.c2ln")).isInstanceOf(Opened.Credential.class);
    }

    @ParameterizedTest
    @CsvSource({
        "openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fu.example, offer to a wallet",
        "WIFI:S:Library;T:WPA;P:secret;;, neither a credential",
        "mailto:somebody@u.example, neither a credential"
    })
    void refusesACodeThatIsForSomethingElse(String said, String reason) {
        assertThat(code(said))
                .isInstanceOfSatisfying(
                        Opened.Nothing.class,
                        nothing -> assertThat(nothing.reason()).contains(reason));
    }

    @Test
    void readsAPhotographThatIsLargerThanAnyCredential(@TempDir Path folder) throws IOException {
        byte[] photograph = Photographs.jpeg(Photographs.of("https://u.example/c/1", 5_600, 0.5, 9), false);
        Path file = Files.write(folder.resolve("photo.jpg"), photograph);
        Path text = Files.write(folder.resolve("text"), new byte[3 * 1024 * 1024]);

        assertThat(photograph).hasSizeGreaterThan(2 * 1024 * 1024);
        assertThat(Opening.open(file)).isEqualTo(new Opened.Address(URI.create("https://u.example/c/1")));
        assertThat(Opening.open(text)).isInstanceOf(Opened.Nothing.class);
    }

    private static Opened code(String said) {
        return Opening.open(
                Photographs.png(Photographs.plain(said, BufferedImage.TYPE_INT_RGB, Color.BLACK, Color.WHITE)));
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
