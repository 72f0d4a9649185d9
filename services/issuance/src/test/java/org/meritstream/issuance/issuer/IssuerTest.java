package org.meritstream.issuance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

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
                new Issuer("northgate", "https://badges.northgate.example", "N", "https://n.example", null, null);

        assertThat(issuer.did()).isEqualTo("did:web:badges.northgate.example:issuers:northgate");
    }

    @Test
    void listsEveryKeyForAssertion() {
        VerificationKey newer = VerificationKey.ofMultikey("zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP");
        VerificationKey older = VerificationKey.ofMultikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        String did = "did:web:localhost%3A8080:issuers:northgate#";

        assertThat(IssuerDocuments.did(Fixtures.NORTHGATE, List.of(newer, older)))
                .contains("\"assertionMethod\":[\"" + did + newer.multikey() + "\",\"" + did + older.multikey()
                        + "\",\"" + did + newer.thumbprint() + "\",\"" + did + older.thumbprint() + "\"]")
                .contains("\"publicKeyJwk\":{\"crv\":\"P-256\",\"kty\":\"EC\"");
    }
}
