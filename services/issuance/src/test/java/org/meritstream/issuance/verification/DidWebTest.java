package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidWebTest {

    @ParameterizedTest
    @CsvSource({
        "did:web:u.example, https://u.example/.well-known/did.json",
        "did:web:u.example%3A8443, https://u.example:8443/.well-known/did.json",
        "did:web:localhost%3A8080:issuers:northgate, https://localhost:8080/issuers/northgate/did.json",
        "did:web:u.example:a%20b, https://u.example/a%20b/did.json"
    })
    void leadsToItsDocument(String did, String address) {
        assertThat(DidWeb.address(did)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:",
                "did:web:u.example:",
                "did:web:u.example::a",
                "did:web:u.example:..:a",
                "did:web:u.example:a/b",
                "did:web:u.example/a",
                "did:web:u@u.example",
                "did:web:u.example%3A",
                "did:web:u.example?a",
                "did:web:u.example:a#b",
                "did:web:[::1]",
                "did:web:%2Fu.example"
            })
    void leadsNowhere(String did) {
        assertThat(DidWeb.address(did)).isNull();
    }
}
