package org.meritstream.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.intake.CompactToken.Parsed;
import org.meritstream.assessment.intake.Verdict.Authentic;
import org.meritstream.assessment.intake.Verdict.Forged;
import org.meritstream.assessment.intake.Verdict.Malformed;

class CanvasSignatureTest {
    private static final String EVENT = Fixture.text("canvas/grade_change.json");
    private static final String ROOT = "q7Vn2kRkTqfMZ0aYb1sL9dXcPqJ3Tw5uHgE8oNri";

    @Test
    void acceptsTheSendersSignatureAndKeepsTheClaimsAsSent() {
        Verdict verdict = verify(Tokens.sign(EVENT));

        assertThat(verdict).isInstanceOfSatisfying(Authentic.class, said -> {
            assertThat(said.text()).isEqualTo(EVENT);
            assertThat(said.verifiedBy()).isEqualTo("jwt:canvas-2026-11");
        });
    }

    @Test
    void refusesAlgorithmNone() {
        String none =
                Base64URL.encode("{\"alg\":\"none\",\"kid\":\"canvas-2026-11\"}") + "." + Base64URL.encode(EVENT) + ".";

        assertThat(verify(none)).isInstanceOf(Forged.class);
    }

    @Test
    void refusesHmacWithThePublicKeyAsItsSecret() throws JOSEException {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID("canvas-2026-11")
                        .build(),
                new Payload(EVENT));
        token.sign(new MACSigner(Tokens.KEY.toPublicJWK().toRSAPublicKey().getEncoded()));

        assertThat(verify(token.serialize())).isInstanceOf(Forged.class);
    }

    @Test
    void refusesAnotherKeyUnderAKnownName() {
        assertThat(verify(Tokens.sign(EVENT, Tokens.ROGUE, header -> header))).isInstanceOf(Forged.class);
    }

    @Test
    void refusesAnUnknownKey() {
        assertThat(verify(Tokens.sign(EVENT, Tokens.KEY, header -> header.keyID("another"))))
                .isInstanceOf(Forged.class);
    }

    @Test
    void refusesATokenThatDoesNotNameItsKey() {
        assertThat(verify(Tokens.sign(EVENT, Tokens.KEY, header -> header.keyID(null))))
                .isInstanceOf(Forged.class);
    }

    @Test
    void refusesATokenThatNamesAnAddressOfKeys() {
        assertThat(verify(Tokens.sign(EVENT, Tokens.KEY, header -> header.jwkURL(URI.create("https://evil.example")))))
                .isInstanceOf(Forged.class);
        assertThat(verify(Tokens.sign(
                        EVENT, Tokens.KEY, header -> header.x509CertURL(URI.create("https://evil.example")))))
                .isInstanceOf(Forged.class);
    }

    @Test
    void refusesATokenThatBringsItsOwnKey() {
        String own = Tokens.sign(EVENT, Tokens.ROGUE, header -> header.jwk(Tokens.ROGUE.toPublicJWK()));

        assertThat(verify(own)).isInstanceOf(Forged.class);
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws JOSEException {
        String strong = Tokens.withHeader(Tokens.sign(EVENT), "{\"alg\":\"RS512\",\"kid\":\"canvas-2026-11\"}");

        assertThat(verify(strong)).isInstanceOf(Forged.class);
    }

    @Test
    void refusesContentChangedAfterSigning() {
        String[] parts = Tokens.sign(EVENT).split("\\.", -1);
        String changed = parts[0] + "." + Base64URL.encode(EVENT.replace("34.0", "40.0")) + "." + parts[2];

        assertThat(verify(changed)).isInstanceOf(Forged.class);
    }

    @Test
    void refusesAnEventOfAnotherRootAccountThoughItsSignatureIsGood() {
        assertThat(verify(Tokens.sign(EVENT), "another-school")).isInstanceOf(Forged.class);
        assertThat(verify(Tokens.sign("{\"body\":{}}"), ROOT)).isInstanceOf(Forged.class);
        assertThat(verify(Tokens.sign(EVENT), null)).isInstanceOf(Forged.class);
    }

    @Test
    void refusesAKeyThatIsTooShort() throws JOSEException {
        RSAKey shortKey =
                new RSAKeyGenerator(1024, true).keyID("canvas-2026-11").generate();
        CompactToken token = token(Tokens.sign(EVENT));

        assertThat(CanvasSignature.verify(token, Optional.of(shortKey.toPublicJWK()), ROOT))
                .isInstanceOf(Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c.d",
                "{\"metadata\":{}}",
                "e30.!.x",
                "W10.e30.e30",
                "bm90IGpzb24.e30.e30"
            })
    void findsMalformedWhatIsNoToken(String text) {
        assertThat(verify(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"metadata\":", "[]", "7", "{\"score\":NaN}"})
    void findsMalformedSignedContentThatIsNoObject(String payload) {
        assertThat(verify(Tokens.sign(payload))).isInstanceOf(Malformed.class);
    }

    @Test
    void findsMalformedSignedContentThatIsNestedTooDeeply() {
        assertThat(verify(Tokens.sign("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")))
                .isInstanceOf(Malformed.class);
    }

    private static Verdict verify(String text) {
        return verify(text, ROOT);
    }

    private static Verdict verify(String text, @Nullable String root) {
        return switch (CompactToken.parse(text)) {
            case Parsed.Refused(var verdict) -> verdict;
            case Parsed.Token(var token) -> {
                Optional<JWK> key = Optional.of((JWK) Tokens.KEY.toPublicJWK())
                        .filter(known -> known.getKeyID().equals(token.kid()));
                yield CanvasSignature.verify(token, key, root);
            }
        };
    }

    private static CompactToken token(String text) {
        return ((Parsed.Token) CompactToken.parse(text)).token();
    }
}
