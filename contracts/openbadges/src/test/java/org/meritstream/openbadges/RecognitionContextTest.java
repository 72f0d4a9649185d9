package org.meritstream.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential once named is carried for ever, to the byte. */
class RecognitionContextTest {
    private static final Path FOLDER = Path.of("src/main/resources/contexts/recognition");
    private static final String DIGEST = "a8c770780063b6dfed22a6be1b58c5e3d3ef8e6adbb0c4290538fe33ee4a6e8d";

    @Test
    void everyDocumentIsWhatItsNameSays() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                String digest = file.getFileName().toString().replace(".jsonld", "");
                assertThat(sha256(Files.readString(file))).isEqualTo(digest);
                assertThat(RecognitionContext.document(digest))
                        .hasValueSatisfying(text -> assertThat(sha256(text)).isEqualTo(digest));
            });
        }
    }

    @Test
    void carriesWhatCredentialsEverNamed() {
        assertThat(List.of(DIGEST))
                .allSatisfy(digest ->
                        assertThat(RecognitionContext.document(digest)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://merit.northgate.example", "http://localhost:8080", "https://university.example/merit"})
    void isTheSameWhoeverServesIt(String base) {
        assertThat(RecognitionContext.at(RecognitionContext.address(base)))
                .isEqualTo(RecognitionContext.document(RecognitionContext.CURRENT))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/contexts/recognition/",
                "https://a.example/contexts/recognition/0000000000000000000000000000000000000000000000000000000000000000",
                "https://a.example/contexts/recognition/" + DIGEST + "/more",
                "https://a.example/contexts/recognition/" + DIGEST + "?v=2",
                "https://a.example/?u=/contexts/recognition/" + DIGEST,
                "https://a.example/other/" + DIGEST,
                "file:///contexts/recognition/" + DIGEST,
                "/contexts/recognition/" + DIGEST
            })
    void isNoOtherAddress(String url) {
        assertThat(RecognitionContext.at(url)).isEmpty();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
