package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.KeyLookup.Answer;

class JoseSecuringTest {
    private static final String METHOD = "did:web:localhost%3A8080:issuers:northgate#key";
    private static final JoseSecuring JOSE = new JoseSecuring(new Signatures(new BouncyCastleEd25519()));
    private static final String BADGE = SignedFixture.document()
            .replace("\"credentialSubject\":{", "\"credentialSubject\":{\"id\":\"urn:uuid:7\",");

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void standsAsItWasSecured(KeyKind kind) {
        assertThat(JOSE.verify(secured(kind), KeysOfTests.of(kind).lookup())).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void repeatsWhatTheBadgeSays() {
        JoseSecuring.Token token = JoseSecuring.read(secured(KeyKind.ED25519));
        JsonObject payload =
                Json.createReader(new StringReader(token.credential())).readObject();

        assertThat(token.algorithm()).isEqualTo("EdDSA");
        assertThat(token.key()).isEqualTo(METHOD);
        assertThat(payload.getString("iss")).isEqualTo("did:web:localhost%3A8080:issuers:northgate");
        assertThat(payload.getString("jti")).isEqualTo(payload.getString("id"));
        assertThat(payload.getString("sub")).isEqualTo("urn:uuid:7");
        assertThat(payload.getInt("nbf")).isEqualTo(1_795_169_730);
        assertThat(token.credential()).startsWith(BADGE.substring(0, BADGE.length() - 1));
    }

    @Test
    void statesWhenItExpires() {
        String expiring = BADGE.replace("\"awardedDate\"", "\"validUntil\":\"2027-11-20T10:15:30Z\",\"awardedDate\"");
        String token = JoseSecuring.secured(expiring, METHOD, KeyKind.P256, KeysOfTests.P256.signer());

        assertThat(JoseSecuring.read(token).credential()).endsWith(",\"exp\":1826705730}");
        assertThat(JOSE.verify(token, KeysOfTests.P256.lookup())).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void makesNoTokenOfABadgeWhoseSubjectHasNoId() {
        assertThatThrownBy(() ->
                        JoseSecuring.secured(SignedFixture.document(), METHOD, KeyKind.P256, KeysOfTests.P256.signer()))
                .hasMessage("A badge can not become a JWT without credentialSubject.id");
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void refusesAChangedWord(KeyKind kind) {
        String[] parts = secured(kind).split("\\.", -1);
        String changed = parts[0] + "." + encoded(decoded(parts[1]).replace("Amina", "Anima")) + "." + parts[2];

        assertThat(JOSE.verify(changed, KeysOfTests.of(kind).lookup()))
                .isEqualTo(new ProofVerdict.Invalid("The signature does not match the token and the issuer's key."));
    }

    /** All but the last two, whose lowest bits base64 leaves unused. */
    @Test
    void coversEveryLetterOfTheToken() {
        String token = secured(KeyKind.ED25519);
        for (int at = 0; at < token.length() - 2; at += 3) {
            char other = token.charAt(at) == 'Q' ? 'g' : 'Q';
            String changed = token.substring(0, at) + other + token.substring(at + 1);

            assertThat(JOSE.verify(changed, KeysOfTests.ED25519.lookup()))
                    .as("letter %d", at)
                    .isInstanceOf(ProofVerdict.Invalid.class);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void refusesATruncatedSignature(KeyKind kind) {
        String token = secured(kind);

        assertThat(JOSE.verify(
                        token.substring(0, token.length() - 8),
                        KeysOfTests.of(kind).lookup()))
                .isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAnotherKey() {
        assertThat(JOSE.verify(secured(KeyKind.P256), KeysOfTests.ANOTHER_P256.lookup()))
                .isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAKeyOfAnotherKindThanTheHeaderNames() {
        assertThat(JOSE.verify(secured(KeyKind.RSA), KeysOfTests.P256.lookup()))
                .isEqualTo(new ProofVerdict.Invalid(
                        "The token's algorithm does not go with the kind of the issuer's key."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"none", "None", "NONE"})
    void refusesNoSignatureByAnySpelling(String none) {
        String token = secured(KeyKind.P256);
        String unsigned =
                encoded("{\"alg\":\"" + none + "\",\"typ\":\"vc+jwt\"}") + "." + token.split("\\.", -1)[1] + ".";

        assertThat(JOSE.verify(unsigned, KeysOfTests.P256.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAnHmacWithThePublicKeyAsItsSecret() throws JOSEException {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(METHOD).build(),
                new Payload(JoseSecuring.read(secured(KeyKind.RSA)).credential()));
        token.sign(new MACSigner(KeysOfTests.RSA.key().key().getEncoded()));

        assertThat(JOSE.verify(token.serialize(), KeysOfTests.RSA.lookup()))
                .isEqualTo(new ProofVerdict.Invalid(
                        "The token's algorithm is not one that credentials are signed with here."));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "typ":"vp+jwt"
            "typ":"dc+sd-jwt"
            "typ":"vc+jwt","cty":"vp"
            "typ":"vc+jwt","crit":["exp"],"exp":1
            "typ":"vc+jwt","crit":["b64"],"b64":false
            """)
    void refusesAHeaderThatSaysSomethingElse(String header) {
        assertThat(JOSE.verify(withHeader(header), KeysOfTests.P256.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "typ":"JWT"
            "typ":"VC+JWT"
            "typ":"application/vc+jwt","cty":"application/vc"
            "x":1
            """)
    void takesAHeaderAsBadgesHaveThem(String header) {
        assertThat(JOSE.verify(withHeader(header), KeysOfTests.P256.lookup())).isEqualTo(new ProofVerdict.Valid());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "iss":"did:web:localhost | "iss":"did:web:example.org
            "jti":"http://localhost | "jti":"http://example.org
            "sub":"urn:uuid:7" | "sub":"urn:uuid:8"
            "nbf":1795169730 | "nbf":1795169731
            "nbf":1795169730 | "nbf":"1795169730"
            "nbf":1795169730 | "nbf":1795169730,"exp":1995169730
            "nbf":1795169730 | "nbf":1795169730,"vc":{}
            """)
    void refusesAClaimThatContradictsTheBadge(String claim, String other) {
        String payload = JoseSecuring.read(secured(KeyKind.P256)).credential();
        assertThat(payload).contains(claim);

        String token = signed("\"typ\":\"vc+jwt\",\"kid\":\"" + METHOD + "\"", payload.replace(claim, other));

        assertThat(JOSE.verify(token, KeysOfTests.P256.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void asksForTheIssuerWhereTheHeaderNamesNoKey() {
        String token = withHeader("\"typ\":\"vc+jwt\"");
        KeyLookup ofTheIssuer = method -> method.equals("did:web:localhost%3A8080:issuers:northgate")
                ? new Answer.Found(KeysOfTests.P256.key())
                : new Answer.Refused("Not asked for.");

        assertThat(JOSE.verify(token, ofTheIssuer)).isEqualTo(new ProofVerdict.Valid());
    }

    @ParameterizedTest
    @CsvSource({"''", "abc", "a.b.c", "e30.e30.", "..", "eyJhbGciOiJFUzI1NiJ9.W10.AA"})
    void refusesWhatIsNoToken(String text) {
        assertThat(JOSE.verify(text, KeysOfTests.P256.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void verifiesTheTokenOf1EdTechsSampleByTheKeyThatItEmbeds() {
        String token = Resources.text("/vectors/ob3/simple-jwt.txt").strip();
        VerificationKey embedded =
                VerificationKey.ofJwk(String.valueOf(JoseSecuring.read(token).embedded()));

        assertThat(JoseSecuring.read(token).key()).isEqualTo("https://1edtech.edu/issuers/565049");
        assertThat(JOSE.verify(token, KeyLookup.always(embedded))).isEqualTo(new ProofVerdict.Valid());
        assertThat(JOSE.verify(token, KeysOfTests.RSA.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    private static String secured(KeyKind kind) {
        return JoseSecuring.secured(BADGE, METHOD, kind, KeysOfTests.of(kind).signer());
    }

    private static String withHeader(String members) {
        return signed(members, JoseSecuring.read(secured(KeyKind.P256)).credential());
    }

    private static String signed(String members, String payload) {
        String input = encoded("{\"alg\":\"ES256\"," + members + "}") + "." + encoded(payload);
        byte[] signature = KeysOfTests.P256.signer().sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
