package org.meritstream.evidence.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPartsTest {
    private static final String TYPE = "multipart/form-data; boundary=----b";
    private static final int ROUNDS = 2000;

    @Test
    void readsOnePartAfterTheOther() throws IOException {
        FormParts parts = parts(lines(
                "------b",
                "Content-Disposition: form-data; name=\"artifact\"",
                "",
                "rep",
                "--ort",
                "------b",
                "content-disposition: form-data; name=\"file\"; filename=\"a %22b%22.txt\"",
                "Content-Type: text/plain",
                "",
                "",
                "------b--",
                ""));

        FormParts.Part artifact = Objects.requireNonNull(parts.next());
        assertThat(artifact.name()).isEqualTo("artifact");
        assertThat(artifact.fileName()).isNull();
        assertThat(text(artifact)).isEqualTo("rep\r\n--ort");
        FormParts.Part file = Objects.requireNonNull(parts.next());
        assertThat(file.fileName()).isEqualTo("a \"b\".txt");
        assertThat(text(file)).isEmpty();
        assertThat(parts.next()).isNull();
        assertThat(parts.next()).isNull();
    }

    @Test
    void passesOverWhatIsNotRead() throws IOException {
        String disposition = "Content-Disposition: form-data; name=\"a\"";
        FormParts parts = parts(
                lines("------b", disposition, "", "x".repeat(200_000), "------b", disposition, "", "y", "------b--"));

        parts.next();

        assertThat(text(Objects.requireNonNull(parts.next()))).isEqualTo("y");
    }

    /** Contents full of what looks like a delimiter, in pieces of every size. */
    @Test
    void givesBackEveryContentByteForByte() throws IOException {
        Random random = new Random(20260504);
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> contents = List.of(content(random), content(random), content(random));
            FormParts parts = Objects.requireNonNull(FormParts.of(pieces(form(contents), random), TYPE));
            List<byte[]> read = new ArrayList<>();
            for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
                read.add(part.bytes().readAllBytes());
            }
            assertThat(read.size()).as("round %d", round).isEqualTo(contents.size());
            for (int i = 0; i < read.size(); i++) {
                assertThat(Arrays.equals(read.get(i), contents.get(i)))
                        .as("part %d of round %d", i, round)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of a form",
                "------b",
                "------b\r\nContent-Disposition: form-data; name=\"a\"\r\n",
                "------b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbroken"
            })
    void saysThatAFormBrokeOff(String body) {
        assertThatThrownBy(() -> {
                    FormParts parts = parts(body);
                    FormParts.Part part = Objects.requireNonNull(parts.next());
                    part.bytes().readAllBytes();
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsNoHeadersWithoutEnd() {
        FormParts parts = parts("------b\r\n" + "X: y\r\n".repeat(10_000));

        assertThatThrownBy(parts::next).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary="})
    void knowsWhatIsNoSuchForm(@Nullable String type) {
        assertThat(FormParts.of(InputStream.nullInputStream(), type)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=\"----b\"",
                "Multipart/Form-Data; charset=utf-8; boundary=----b",
                "multipart/form-data;boundary=----b;x=y"
            })
    void findsTheBoundary(String type) throws IOException {
        byte[] body = form(List.of("a".getBytes(StandardCharsets.UTF_8)));

        FormParts parts = Objects.requireNonNull(FormParts.of(new ByteArrayInputStream(body), type));

        assertThat(text(Objects.requireNonNull(parts.next()))).isEqualTo("a");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static byte[] content(Random random) {
        String[] pieces = {
            "\r\n------", "\r\n------c", "\r", "\n", "\r\n", "--", "-", "x", "\u0000", "\r\n------b".substring(0, 8)
        };
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            content.append(pieces[random.nextInt(pieces.length)]);
        }
        if (random.nextInt(20) == 0) {
            content.append("y".repeat(random.nextInt(150_000)));
        }
        return content.toString().replace("\r\n------b", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] form(List<byte[]> contents) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            form.write(
                    "------b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            form.write(content);
            form.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.write("------b--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /** A stream that gives as much at once as a network would: a few bytes, or all of it, and never the same twice. */
    private static InputStream pieces(byte[] bytes, Random random) {
        int most = random.nextBoolean() ? 12 : 70_000;
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }

    private static FormParts parts(String body) {
        return Objects.requireNonNull(
                FormParts.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), TYPE));
    }

    private static String text(FormParts.Part part) throws IOException {
        return new String(part.bytes().readAllBytes(), StandardCharsets.UTF_8);
    }
}
