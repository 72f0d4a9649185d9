package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** What a token says beside the credential that it holds: whole (VC-JWT), or in parts (W3C's credentials as SD-JWT). */
class TokenClaimsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @ParameterizedTest
    @ValueSource(strings = {"\"nbf\":1795435200", "\"exp\":1795435201", "\"nbf\":1795435199.5", "\"iat\":1"})
    void verifiesATokenWithinItsTime(String claim) {
        assertThat(results(claim, CheckName.PROOF)).containsOnly(Check.Result.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nbf\":1795435201",
                "\"exp\":1795435200",
                "\"exp\":1795400000",
                "\"exp\":\"1999999999\"",
                "\"nbf\":null"
            })
    void findsATokenOutsideOfItsTimeInvalid(String claim) {
        assertThat(results(claim, CheckName.PROOF)).containsOnly(Check.Result.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iss\":\"did:web:elsewhere.example\"",
                "\"jti\":\"urn:uuid:another\"",
                "\"sub\":\"mailto:another@northgate.example\""
            })
    void findsATokenThatContradictsItsCredentialInvalid(String claim) {
        assertThat(results(claim, CheckName.PROOF)).containsOnly(Check.Result.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"94567, INVALID", "94568, VALID"})
    void looksATokenUpInTheListThatItsClaimNames(int revoked, Check.Result expected) {
        assertThat(results(listed("\"idx\":94567,\"uri\":\"" + Published.LIST + "\""), CheckName.STATUS, revoked))
                .containsOnly(expected);
    }

    @Test
    void canNotTellFromAClaimThatNamesNoList() {
        assertThat(results("\"status\":{}", CheckName.STATUS)).containsOnly(Check.Result.UNCHECKED);
        assertThat(results(listed("\"idx\":94567"), CheckName.STATUS)).containsOnly(Check.Result.UNCHECKED);
    }

    private static String listed(String entry) {
        return "\"status\":{\"status_list\":{" + entry + "}}";
    }

    /** Of both forms of the token. */
    private List<Check.Result> results(String claim, CheckName check, Integer... revoked) {
        String claims = Resources.text("/fixtures/membership.json")
                .strip()
                .replace("ISSUER", Fixtures.NORTHGATE.did())
                .replaceFirst("\\{", "{" + claim + ",");
        return List.of(SignedFixture.token(claims, "vc+jwt"), SignedFixture.token(claims, "vc+sd-jwt") + "~").stream()
                .map(token -> verifier.verify(VerifierTest.presented(token), Published.byNorthgate(revoked), NOW))
                .map(verification -> VerifierTest.result(verification, check))
                .toList();
    }
}
