package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.proof.KeyLookup.Answer;

/** The official vectors of the other cryptosuites, of proof sets and of proof chains (see vectors/SOURCES.md). */
class CryptosuiteVectorsTest {
    private static final DataIntegrity SUITES = new DataIntegrity(
            new Canonicalization(Contexts.carried()
                    .with("https://www.w3.org/ns/credentials/examples/v2", "/contexts/examples-v2.jsonld")),
            new BouncyCastleEd25519());
    private static final Instant CREATED = Instant.parse("2023-02-24T23:36:38Z");
    private static final String CHAIN = "di-eddsa/proof-set-chain/signedProofChain1.json";

    /** did:key: the key is in the name of the method. */
    private static final KeyLookup DID_KEY =
            method -> new Answer.Found(VerificationKey.ofMultikey(method.substring(method.indexOf('#') + 1)));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "di-eddsa/eddsa-jcs-2022, JCS, eddsa-jcs-2022, ED25519",
        "di-ecdsa/ecdsa-rdfc-2019-p256, ECDSAP256, ecdsa-rdfc-2019, P256",
        "di-ecdsa/ecdsa-rdfc-2019-p384, ECDSAP384, ecdsa-rdfc-2019, P384",
        "di-ecdsa/ecdsa-jcs-2019-p256, JCSECDSAP256, ecdsa-jcs-2019, P256"
    })
    void hashesProofAndDocument(String folder, String suffix, String suite, KeyKind key) {
        String method = DataIntegrity.verificationMethod(vector(folder + "/signed" + suffix + ".json"));
        ProofOptions options = new ProofOptions(Cryptosuite.named(suite).orElseThrow(), CREATED, method);

        byte[] hashes = SUITES.hashData(vector("di-eddsa/unsigned.json"), options, key);

        assertThat(HexFormat.of().formatHex(hashes)).isEqualTo(vector(folder + "/combinedHash" + suffix + ".txt"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "di-eddsa/eddsa-rdfc-2022/signedDataInt.json",
        "di-eddsa/eddsa-jcs-2022/signedJCS.json",
        "di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
        "di-ecdsa/ecdsa-rdfc-2019-p384/signedECDSAP384.json",
        "di-ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
        "di-eddsa/proof-set-chain/signedProofSet2.json",
        "di-eddsa/proof-set-chain/signedProofChain1.json"
    })
    void verifiesTheSignedDocument(String name) {
        assertThat(SUITES.verify(vector(name), DID_KEY)).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void signsWordsToTheProofValueOfTheVector() {
        String method = DataIntegrity.verificationMethod(vector("di-eddsa/eddsa-jcs-2022/signedJCS.json"));
        byte[] publicKey = Multikey.publicKey(multibase("di-eddsa/keyPair.json", "publicKeyMultibase"));
        byte[] secret = Multibase.bytes(multibase("di-eddsa/keyPair.json", "privateKeyMultibase"));
        Signer signer = new BouncyCastleEd25519().signer(Arrays.copyOfRange(secret, 2, 34), publicKey);

        String value = SUITES.proofValue(
                vector("di-eddsa/unsigned.json"),
                new ProofOptions(Cryptosuite.EDDSA_JCS_2022, CREATED, method),
                signer);

        assertThat(value).isEqualTo(vector("di-eddsa/eddsa-jcs-2022/sigBTC58JCS.txt"));
    }

    @Test
    void signsWithTheKeyOfTheEcdsaVectorsWhatThatKeyVerifies() throws GeneralSecurityException {
        byte[] secret = Multibase.bytes(multibase("di-ecdsa/p256KeyPair.json", "secretKeyMultibase"));
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        Signer signer = Signatures.signer(
                KeyKind.P256,
                KeyFactory.getInstance("EC")
                        .generatePrivate(new ECPrivateKeySpec(
                                new BigInteger(1, Arrays.copyOfRange(secret, 2, secret.length)),
                                curve.getParameterSpec(ECParameterSpec.class))));
        String method = DataIntegrity.verificationMethod(vector("di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json"));
        ProofOptions options = new ProofOptions(Cryptosuite.ECDSA_RDFC_2019, CREATED, method);
        String unsigned = vector("di-ecdsa/unsigned.json");

        String secured =
                DataIntegrity.secured(unsigned, options, SUITES.proofValue(unsigned, options, KeyKind.P256, signer));

        assertThat(SUITES.verify(secured, DID_KEY)).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void judgesEachProofOfASetByItself() {
        String oneChanged =
                vector("di-eddsa/proof-set-chain/signedProofSet2.json").replace("z2scr94S", "z2scr94T");

        assertThat(SUITES.judge(oneChanged, "assertionMethod", DID_KEY))
                .extracting(judged -> judged.verdict().getClass().getSimpleName())
                .containsExactly("Valid", "Invalid");
        assertThat(SUITES.verify(oneChanged, DID_KEY)).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAChainWhoseFirstProofWasChanged() {
        String changed = vector(CHAIN).replace("z66vWyqw", "z66vWyqx");

        assertThat(SUITES.judge(changed, "assertionMethod", DID_KEY))
                .extracting(judged -> judged.verdict().getClass().getSimpleName())
                .containsExactly("Invalid", "Valid", "Invalid");
    }

    @Test
    void refusesAChainWithAProofMissing() {
        String changed = vector(CHAIN)
                .replaceFirst(
                        "\"id\": \"urn:uuid:8cc9022b-6b14-4cf3-8571-74972c5feb54\"", "\"id\": \"urn:uuid:other\"");

        assertThat(SUITES.verify(changed, DID_KEY)).isInstanceOf(ProofVerdict.Invalid.class);
    }

    private static String multibase(String name, String member) {
        return Json.createReader(new StringReader(vector(name))).readObject().getString(member);
    }

    private static String vector(String name) {
        return Resources.text("/vectors/" + name);
    }
}
