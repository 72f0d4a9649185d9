package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;

/** The official vectors of Data Integrity EdDSA Cryptosuites, step by step, byte for byte (Ed25519 is deterministic). */
class DataIntegrityVectorsTest {
    private static final String FOLDER = "/vectors/di-eddsa/";
    private static final String DID_KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final ProofOptions OPTIONS = new ProofOptions(
            Instant.parse("2023-02-24T23:36:38Z"), DID_KEY + "#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
    private static final Canonicalization CANONICALIZATION = new Canonicalization(
            Contexts.carried().with("https://www.w3.org/ns/credentials/examples/v2", "/contexts/examples-v2.jsonld"));
    private static final BouncyCastleEd25519 ED25519 = new BouncyCastleEd25519();
    private static final DataIntegrity SUITE = new DataIntegrity(CANONICALIZATION, ED25519);

    @Test
    void canonicalizesTheDocument() {
        assertThat(new String(CANONICALIZATION.canonical(json("unsigned.json")), StandardCharsets.UTF_8))
                .isEqualTo(text("eddsa-rdfc-2022/canonDocDataInt.txt"));
    }

    @Test
    void canonicalizesTheProofConfigurationInFull() {
        assertThat(CANONICALIZATION.canonical(json("eddsa-rdfc-2022/proofConfigDataInt.json")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text("eddsa-rdfc-2022/proofCanonDataInt.txt"));
    }

    @Test
    void writesTheProofConfigurationDirectlyAsTheFullPassDoes() {
        assertThat(OPTIONS.canonical())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text("eddsa-rdfc-2022/proofCanonDataInt.txt"));
    }

    @Test
    void hashesProofAndDocument() {
        assertThat(HexFormat.of().formatHex(SUITE.hashData(text("unsigned.json"), OPTIONS)))
                .isEqualTo(text("eddsa-rdfc-2022/combinedHashDataInt.txt"));
    }

    @Test
    void signsToTheProofValue() {
        assertThat(SUITE.proofValue(text("unsigned.json"), OPTIONS, signer()))
                .isEqualTo(text("eddsa-rdfc-2022/sigBTC58DataInt.txt"));
    }

    @Test
    void verifiesTheSignedDocument() {
        assertThat(SUITE.verify(text("eddsa-rdfc-2022/signedDataInt.json"), publicKey()))
                .isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void verifiesWhatItSecured() {
        String unsigned = text("unsigned.json");
        String secured = DataIntegrity.secured(unsigned, OPTIONS, SUITE.proofValue(unsigned, OPTIONS, signer()));

        assertThat(SUITE.verify(secured, publicKey())).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void refusesAChangedWord() {
        String changed = text("eddsa-rdfc-2022/signedDataInt.json").replace("School of Examples", "School of Exemples");

        assertThat(SUITE.verify(changed, publicKey())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void verifiesTheWorkedExampleOf1EdTech() {
        JsonObject example = Json.createReader(
                        new StringReader(Resources.text("/vectors/ob3/impl-guide-eddsa-rdfc-2022.json")))
                .readObject();
        JsonObject signed = example.getJsonObject("signed");
        String method = DataIntegrity.verificationMethod(signed.toString());

        ProofVerdict verdict =
                SUITE.verify(signed.toString(), Multikey.publicKey(method.substring(method.indexOf('#') + 1)));

        assertThat(verdict).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void verifiesTheSampleOf1EdTechsValidator() {
        assertThat(sample("simple.json")).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void refusesTheSampleWithAChangedProofValue() {
        assertThat(sample("simple-err-proof-value.json")).isInstanceOf(ProofVerdict.Invalid.class);
    }

    private static ProofVerdict sample(String name) {
        String signed = Resources.text("/vectors/ob3/" + name);
        String method = DataIntegrity.verificationMethod(signed);
        return SUITE.verify(signed, Multikey.publicKey(method.substring(method.indexOf('#') + 1)));
    }

    private static Signer signer() {
        byte[] prefixed = Multibase.bytes(json("keyPair.json").getString("privateKeyMultibase"));
        return ED25519.signer(Arrays.copyOfRange(prefixed, 2, 34), publicKey());
    }

    private static byte[] publicKey() {
        return Multikey.publicKey(json("keyPair.json").getString("publicKeyMultibase"));
    }

    private static JsonObject json(String name) {
        return Json.createReader(new StringReader(text(name))).readObject();
    }

    private static String text(String name) {
        return Resources.text(FOLDER + name);
    }
}
