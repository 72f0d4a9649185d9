package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.issuance.Resources;

class VerificationKeyTest {

    @ParameterizedTest
    @CsvSource({
        "ED25519, z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "P256, zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
    })
    void readsTheMultikeysOfTheVectors(KeyKind kind, String multikey) {
        VerificationKey key = VerificationKey.ofMultikey(multikey);

        assertThat(key.kind()).isEqualTo(kind);
        assertThat(key.multikey()).isEqualTo(multikey);
    }

    @ParameterizedTest
    @EnumSource(value = KeyKind.class, names = "RSA", mode = EnumSource.Mode.EXCLUDE)
    void readsBackTheMultikeyItWrote(KeyKind kind) {
        VerificationKey key = KeysOfTests.of(kind).key();

        assertThat(VerificationKey.ofMultikey(key.multikey())).isEqualTo(key);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void readsBackTheJwkItWrote(KeyKind kind) {
        VerificationKey key = KeysOfTests.of(kind).key();
        String jwk = Json.createObjectBuilder(key.jwk()).build().toString();

        assertThat(VerificationKey.ofJwk(jwk)).isEqualTo(key);
        assertThat(key.jwk()).doesNotContainKeys("d", "p", "q");
    }

    @Test
    void beginsAP384MultikeyAsTheSpecificationDoes() {
        assertThat(KeysOfTests.P384.key().multikey()).startsWith("z82L");
    }

    @Test
    void refusesAJwkWithItsPrivatePart() {
        String secret = Json.createReader(new StringReader(Resources.text("/vectors/jose-cose/vm-p256.json")))
                .readObject()
                .getJsonObject("secretKeyJwk")
                .toString();

        assertThatThrownBy(() -> VerificationKey.ofJwk(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kty":"oct","k":"AAAA"}
            {"kty":"OKP","crv":"X25519","x":"NvUhsjZe7Mdv8Esoc60o3ma1U5j2tFUTDsOQd39xMnI"}
            {"kty":"OKP","crv":"Ed25519","x":"AAAA"}
            {"kty":"EC","crv":"P-256","x":"WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ","y":"WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ"}
            {"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"}
            {"kty":"RSA","n":"AQAB","e":"AQAB"}
            []
            """)
    void refusesAJwkThatIsNoKeyOfOurs(String jwk) {
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() {
        byte[] bytes = Multibase.bytes(KeysOfTests.P256.key().multikey());
        Arrays.fill(bytes, 3, bytes.length, (byte) 0xff);

        assertThatThrownBy(() -> VerificationKey.ofMultikey(Multibase.base58btc(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "z",
        "z6Mk",
        "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKV",
        "mAAAA",
        "z3u2W4YnTstS1nSSBAgZcYSJF43JuZ9uLV6bF38B1Bf8NugW"
    })
    void refusesWhatIsNoMultikeyOfAPublicKey(String text) {
        assertThatThrownBy(() -> VerificationKey.ofMultikey(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
