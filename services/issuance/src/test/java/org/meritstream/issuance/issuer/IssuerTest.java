package org.meritstream.issuance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.proof.VerificationKey;

class IssuerTest {

    @Test
    void encodesThePortInItsDid() {
        assertThat(Fixtures.NORTHGATE.did()).isEqualTo("did:web:localhost%3A8080:issuers:northgate");
    }

    @Test
    void namesNoPortWhereThereIsNone() {
        Issuer issuer =
                new Issuer("northgate", "https://badges.northgate.example", "N", "https://n.example", null, null, null);

        assertThat(issuer.did()).isEqualTo("did:web:badges.northgate.example:issuers:northgate");
    }

    @Test
    void listsEveryKeyForAssertion() {
        VerificationKey newer = VerificationKey.ofMultikey("zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP");
        VerificationKey older = VerificationKey.ofMultikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        String did = "did:web:localhost%3A8080:issuers:northgate#";

        assertThat(IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(newer), ListedKey.of(older))))
                .contains("\"assertionMethod\":[\"" + did + newer.multikey() + "\",\"" + did + older.multikey()
                        + "\",\"" + did + newer.thumbprint() + "\",\"" + did + older.thumbprint() + "\"]")
                .contains("\"publicKeyJwk\":{\"crv\":\"P-256\",\"kty\":\"EC\"");
    }

    @Test
    void marksACompromisedKeyAndNamesItForNothing() {
        VerificationKey good = VerificationKey.ofMultikey("zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP");
        VerificationKey bad = VerificationKey.ofMultikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        String did = "did:web:localhost%3A8080:issuers:northgate#";

        String document = IssuerDocuments.did(
                Fixtures.NORTHGATE,
                List.of(ListedKey.of(good), new ListedKey(bad, Instant.parse("2026-05-05T10:00:00.123Z"))));

        assertThat(document)
                .contains("\"assertionMethod\":[\"" + did + good.multikey() + "\",\"" + did + good.thumbprint() + "\"]")
                .contains("\"id\":\"" + did + bad.multikey() + "\"")
                .contains("\"id\":\"" + did + bad.thumbprint() + "\"");
        assertThat(document.split("\"revoked\":\"2026-05-05T10:00:00Z\"", -1))
                .as("in both forms")
                .hasSize(3);
    }
}
