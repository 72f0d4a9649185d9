package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.AchievementType;
import org.meritstream.issuance.disclosure.ConcealedClaims;
import org.meritstream.issuance.disclosure.DigestAlgorithm;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.proof.VerificationKey;

/** Tokens that disclose parts of themselves, good and bad. */
class DisclosingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TYPE = "dc+sd-jwt";
    static final AchievementType KIND = AchievementType.of(Fixtures.NORTHGATE);
    private static final String OPEN = """
            {"iss":"%s","vct":"%s","vct#integrity":"%s","iat":1795169731,"nbf":1795169730,
             "status":{"status_list":{"idx":%d,"uri":"%s"}}}""".formatted(
                    Fixtures.NORTHGATE.did(), KIND.address(), KIND.integrity(), SignedFixture.INDEX, Published.LIST);
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void verifiesATokenThatDisclosesAll() {
        Verification verification = verify(token());

        assertThat(verification.checks()).extracting(Check::result).containsOnly(Check.Result.VALID);
        assertThat(verification.checks()).extracting(Check::name).containsExactly(CheckName.values());
        assertThat(verification.claimed().holder()).isEqualTo("Amina Yilmaz");
        assertThat(verification.claimed().name()).isEqualTo("Data Literacy");
    }

    @Test
    void verifiesATokenThatDisclosesAPartAndShowsNoMore() {
        SdJwt whole = SdJwt.of(token());
        String part = new SdJwt(whole.jwt(), whole.disclosures().subList(1, 2), null).unbound();

        Verification verification = verify(part);

        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
        assertThat(verification.claimed().holder()).isNull();
        assertThat(verification.claimed().name()).isEqualTo("Data Literacy");
    }

    @Test
    void findsATokenWithSomethingAddedInvalid() {
        assertThat(result(token() + "WyJzIiwibGV2ZWwiLDhd~", CheckName.PROOF)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsATokenWithAChangedDisclosureInvalid() {
        SdJwt whole = SdJwt.of(token());
        List<String> changed = new ArrayList<>(whole.disclosures());
        changed.set(0, changed.getFirst().replaceFirst("..$", "fQ"));

        assertThat(result(new SdJwt(whole.jwt(), changed, null).unbound(), CheckName.PROOF))
                .isEqualTo(Check.Result.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vc+jwt", "JWT", "kb+jwt", "statuslist+jwt"})
    void findsATokenOfAnotherTypeInvalid(String type) {
        assertThat(result(claims(OPEN).token(SignedFixture.token(OPEN, type)), CheckName.PROOF))
                .isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsATokenWithoutASignatureInvalid() {
        String[] parts = token().split("[.~]", 4);

        assertThat(result("eyJhbGciOiJub25lIiwidHlwIjoiZGMrc2Qtand0In0." + parts[1] + ".~" + parts[3], CheckName.PROOF))
                .isEqualTo(Check.Result.INVALID);
        assertThat(result(parts[0] + "." + parts[1] + ".AAAA~" + parts[3], CheckName.PROOF))
                .isEqualTo(Check.Result.INVALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "nbf":1795169730 | "nbf":1795169730,"exp":1795169800 | DATES
        "nbf":1795169730 | "nbf":1999999999                  | DATES
        "nbf":1795169730 | "nbf":"yesterday"                 | SCHEMA
        "vct":           | "vtc":                            | TYPE
        "iss":           | "issuer":                         | ISSUER
        "vct#integrity":"sha256- | "vct#integrity":"sha256-A | EVIDENCE
        """)
    void findsATokenThatSaysWrongThingsInvalid(String what, String into, CheckName check) {
        assertThat(result(token(changed(what, into)), check)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void canNotTellOfATokenThatNamesItsIssuerByACertificateAlone() {
        String claims = changed("\"iss\":\"" + Fixtures.NORTHGATE.did() + "\",", "");
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"dc+sd-jwt\",\"x5c\":[\"MIIB\"]}";
        String named = token(claims)
                .replaceFirst(
                        "^[^.]+",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(header.getBytes(StandardCharsets.UTF_8)));

        assertThat(result(named, CheckName.ISSUER)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(result(named, CheckName.PROOF)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(result(token(claims), CheckName.ISSUER)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsATokenInvalidThatMayHideWhenItEnds() throws JsonProcessingException {
        ConcealedClaims claims = claims(OPEN);
        claims.concealed("exp", EventFormat.JSON.readTree("1999999999"));

        assertThat(result(signed(claims), CheckName.SCHEMA)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsARevokedTokenInvalid() {
        Verification verification = verify(token(), Published.byNorthgate(SignedFixture.INDEX));

        assertThat(VerifierTest.check(verification, CheckName.STATUS)).isEqualTo(BitstringList.revoked());
    }

    @Test
    void canNotTellFromAListThatIsNotThere() {
        Verification verification =
                verify(token(), Published.byNorthgate().without(Published.LIST).with(KIND.address(), KIND.metadata()));

        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /status/northgate-1 | /status/northgate-2                 | statuslist+jwt
        "iat":              | "exp":1795169732,"iat":             | statuslist+jwt
        "iat":              | "exp":"never","iat":                | statuslist+jwt
        "iat":              | "made":                             | statuslist+jwt
        "bits":1            | "bits":3                            | statuslist+jwt
        "lst":"eN           | "lst":"eA                           | statuslist+jwt
        "iat":              | "iat":                              | JWT
        """)
    void canNotTellFromAListThatIsNotWhatItShouldBe(String what, String into, String type) throws Exception {
        String list = org.meritstream.issuance.proof.JoseSecuring.read(SignedFixture.statusToken())
                .credential();
        Published published = Published.byNorthgate()
                .withStatusToken(Published.LIST, SignedFixture.token(list.replace(what, into), type));

        assertThat(VerifierTest.result(verify(token(), published), CheckName.STATUS))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void canNotTellFromAListThatSomebodyElseSigned() {
        String list = SignedFixture.statusToken();
        Published published = Published.byNorthgate()
                .withStatusToken(Published.LIST, list.substring(0, list.lastIndexOf('.') + 1) + "AAAA");

        assertThat(VerifierTest.result(verify(token(), published), CheckName.STATUS))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"94567\"", "131072", "99999999999"})
    void canNotTellFromAPlaceThatIsNone(String index) {
        assertThat(result(token(changed("\"idx\":" + SignedFixture.INDEX, "\"idx\":" + index)), CheckName.STATUS))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void verifiesThatWhoeverPresentedItHoldsItsKey() {
        String bound = token(boundToTheFixturesKey());
        String good = bound + binding(bound, "kb+jwt");

        assertThat(proof(bound).reason()).contains("was not shown");
        assertThat(proof(good).reason()).contains("held the key");
        assertThat(proof(bound + binding(bound, "jwt")).result()).isEqualTo(Check.Result.INVALID);
        assertThat(proof(bound + binding(token(), "kb+jwt")).result()).isEqualTo(Check.Result.INVALID);
        assertThat(proof(good.replaceFirst("~[^~]+~", "~")).result()).isEqualTo(Check.Result.INVALID);
        assertThat(proof(token() + binding(token(), "kb+jwt")).result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsTheKeysOfAnIssuerThatIsKnownByItsAddress() {
        String claims = changed(Fixtures.NORTHGATE.did(), "https://u.example/issuers/1");
        String jwk = VerificationKey.ofMultikey(SignedFixture.MULTIKEY).jwkText();
        String keys = "{\"issuer\":\"%s\",\"jwks\":{\"keys\":[%s]}}";
        String place = "https://u.example/.well-known/jwt-vc-issuer/issuers/1";
        String kid = Fixtures.NORTHGATE.verificationMethod(SignedFixture.MULTIKEY);
        String listed = jwk.replaceFirst("\\{", "{\"kid\":\"" + kid + "\",");

        assertThat(proof(token(claims), place, keys.formatted("https://u.example/issuers/1", listed)))
                .isEqualTo(Check.Result.VALID);
        assertThat(proof(token(claims), place, keys.formatted("https://u.example/issuers/1", jwk)))
                .isEqualTo(Check.Result.INVALID);
        assertThat(proof(token(claims), place, keys.formatted("https://u.example/issuers/2", listed)))
                .isEqualTo(Check.Result.INVALID);
        assertThat(proof(token(claims), "https://elsewhere.example", keys)).isEqualTo(Check.Result.UNCHECKED);
    }

    private static String boundToTheFixturesKey() {
        String jwk = VerificationKey.ofMultikey(SignedFixture.MULTIKEY).jwkText();
        return changed("\"iat\"", "\"cnf\":{\"jwk\":" + jwk + "},\"iat\"");
    }

    private static String binding(String token, String type) {
        String digest = DigestAlgorithm.SHA_256.of(SdJwt.of(token).unbound());
        return SignedFixture.token(
                "{\"aud\":\"https://employer.example\",\"nonce\":\"n\",\"iat\":1795169800,\"sd_hash\":\"" + digest
                        + "\"}",
                type);
    }

    private static String changed(String what, String into) {
        assertThat(OPEN).contains(what);
        return OPEN.replace(what, into);
    }

    static String token() {
        return token(OPEN);
    }

    private static String token(String open) {
        return signed(claims(open));
    }

    private static String signed(ConcealedClaims claims) {
        return claims.token(SignedFixture.token(claims.signed(8), TYPE));
    }

    private static ConcealedClaims claims(String open) {
        AtomicInteger salts = new AtomicInteger();
        ConcealedClaims claims = new ConcealedClaims(() -> "salt-" + salts.incrementAndGet());
        json(open).properties().forEach(member -> claims.open(member.getKey(), member.getValue()));
        claims.concealed("name", json("{\"n\":\"Amina Yilmaz\"}").path("n"));
        claims.concealed("title", json("{\"n\":\"Data Literacy\"}").path("n"));
        return claims;
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode tree = EventFormat.JSON.readTree(text);
            return (ObjectNode) tree;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Verification verify(String token) {
        return verify(token, Published.byNorthgate().with(KIND.address(), KIND.metadata()));
    }

    private Verification verify(String token, Published published) {
        return verifier.verify(VerifierTest.presented(token), published, NOW);
    }

    private Check.Result result(String token, CheckName check) {
        return VerifierTest.result(verify(token), check);
    }

    private Check proof(String token) {
        return VerifierTest.check(verify(token), CheckName.PROOF);
    }

    private Check.Result proof(String token, String place, String keys) {
        return VerifierTest.result(verify(token, new Published().with(place, keys)), CheckName.PROOF);
    }
}
