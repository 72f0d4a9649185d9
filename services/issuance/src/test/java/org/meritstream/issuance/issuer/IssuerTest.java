package org.meritstream.issuance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;

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
        assertThat(IssuerDocuments.did(Fixtures.NORTHGATE, List.of("z6MkNew", "z6MkOld")))
                .contains("\"assertionMethod\":[\"did:web:localhost%3A8080:issuers:northgate#z6MkNew\","
                        + "\"did:web:localhost%3A8080:issuers:northgate#z6MkOld\"]");
    }
}
