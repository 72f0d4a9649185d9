package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential points at by address and digest. The digests are of the five letters {@code hello}. */
class EvidenceCheckTest {
    private static final String SHA_256_BASE58 =
            "\"digestMultibase\":\"zQmRN6wdp1S2A5EtjW9A3M1vKSBuQQGcgvuhoMUoEz4iiT5\"";
    private static final String SHA_256_BASE64 =
            "\"digestMultibase\":\"uEiAs8k26X7CjDiboOyrFueKeGxYeXB-nQl5zBDNik4uYJA\"";
    private static final String SHA_256_SRI = "\"digestSRI\":\"sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHA_256_SRI,
                SHA_256_BASE58,
                SHA_256_BASE64,
                SHA_256_SRI + "," + SHA_256_BASE58,
                "\"digestSRI\":\"sha384-WeF0h3dEjGnea4ANejO7+5/xtGPkQ1TDVTvNucZm+pASWjx5+QOXvfX2oT3oKGhP\""
            })
    void comparesWhatIsThereByEachDigest(String digests) {
        assertThat(check(digests, "hello")).isEqualTo(Check.Result.VALID);
        assertThat(check(digests, "Hello")).isEqualTo(Check.Result.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"digestMultibase\":\"uEiAs\"",
                "\"digestMultibase\":\"mEiAs8k26\"",
                "\"digestMultibase\":\"\"",
                "\"digestMultibase\":7",
                "\"digestSRI\":\"md5-XUFAKrxLKna5cZ2REBfFkg==\"",
                SHA_256_SRI + ",\"digestMultibase\":\"zAbc\""
            })
    void canNotTellByADigestThatItDoesNotUnderstand(String digests) {
        assertThat(check(digests, "hello")).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void saysNothingOfADigestWithoutAnAddress() {
        assertThat(EvidenceCheck.check(inquiry("{\"evidence\":[{" + SHA_256_SRI + "}]}", "hello"))
                        .result())
                .isEqualTo(Check.Result.VALID);
    }

    private static Check.Result check(String digests, String there) {
        String resource = "{\"id\":\"https://elsewhere.example/work\"," + digests + "}";
        Check.Result related = EvidenceCheck.check(inquiry("{\"relatedResource\":[" + resource + "]}", there))
                .result();
        assertThat(EvidenceCheck.check(inquiry("{\"evidence\":" + resource + "}", there))
                        .result())
                .isEqualTo(related);
        return related;
    }

    private static Inquiry inquiry(String credential, String there) {
        return new Inquiry(
                new Presented.Document(credential, Objects.requireNonNull(Opening.tree(credential)), "as JSON"),
                new Published().with("https://elsewhere.example/work", there),
                Instant.parse("2026-11-23T12:00:00Z"));
    }
}
