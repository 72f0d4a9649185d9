package org.meritstream.issuance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.KeyLookup.Answer;
import org.meritstream.openbadges.RecognitionContext;

/** A badge of ours secured by every suite, with every kind of key: it stands, and what was done to it makes it fall. */
class ProofRefusalTest {
    private static final String METHOD = "did:web:localhost%3A8080:issuers:northgate#key";
    private static final DataIntegrity SUITES = SignedFixture.SUITE;

    static Stream<Arguments> suites() {
        return Stream.of(Cryptosuite.values())
                .flatMap(suite -> suite.keys().stream().map(kind -> Arguments.of(suite, kind)));
    }

    static Stream<Arguments> damages() {
        List<Named<UnaryOperator<String>>> damages = List.of(
                named("a changed word", text -> text.replace("Amina Yilmaz", "Anima Yilmaz")),
                named("a property more", text -> text.replaceFirst("\\{", "{\"description\":\"More\",")),
                named("a truncated proof value", text -> text.replaceFirst("(\"proofValue\":\"z.{20})[^\"]*", "$1")),
                named("a changed proof value", ProofRefusalTest::withAnotherLastDigit),
                named(
                        "a proof value of another base",
                        text -> text.replace("\"proofValue\":\"z", "\"proofValue\":\"u")),
                named("another suite's name", text -> text.replaceAll("(eddsa|ecdsa)-(rdfc|jcs)-20", "bbs-20")),
                named("no suite", text -> text.replaceFirst("\"cryptosuite\":\"[^\"]*\",", "")),
                named("another purpose", text -> text.replace("\"assertionMethod\"", "\"authentication\"")),
                named("another type of proof", text -> text.replace("DataIntegrityProof", "Ed25519Signature2020")),
                named("another time", text -> text.replaceFirst("(\"created\":\")2026", "$12025")),
                named("a time that is none", text -> text.replaceFirst("(\"created\":\")2026", "$1never")),
                named("a method that is no address", text -> text.replace(METHOD, "key")));
        return suites().flatMap(
                        suite -> damages.stream().map(damage -> Arguments.of(suite.get()[0], suite.get()[1], damage)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("suites")
    void standsAsItWasSecured(Cryptosuite suite, KeyKind kind) {
        assertThat(SUITES.verify(secured(suite, kind), KeysOfTests.of(kind).lookup()))
                .isEqualTo(new ProofVerdict.Valid());
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @MethodSource("damages")
    void refuses(Cryptosuite suite, KeyKind kind, UnaryOperator<String> damage) {
        String secured = secured(suite, kind);
        String damaged = damage.apply(secured);
        assertThat(damaged).isNotEqualTo(secured);

        assertThat(SUITES.verify(damaged, KeysOfTests.of(kind).lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    /**
     * Every seventh letter in turn, and never an exception: whatever comes in from outside has a verdict. A proof over RDF covers what terms mean
     * and not who serves their context, which is known by its digest (docs/adr/0049).
     */
    @ParameterizedTest
    @EnumSource(names = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void coversEveryLetterOfTheDocumentAndOfTheProof(Cryptosuite suite) {
        String secured = secured(suite, KeyKind.ED25519);
        int path = secured.indexOf(RecognitionContext.PATH);
        int host = secured.lastIndexOf("//", path);
        for (int at = 0; at < secured.length(); at += 7) {
            if (suite.form() == Cryptosuite.CanonicalForm.RDFC && at > host && at < path) {
                continue;
            }
            char other = secured.charAt(at) == 'a' ? 'b' : 'a';
            String changed = secured.substring(0, at) + other + secured.substring(at + 1);

            assertThat(SUITES.verify(changed, KeysOfTests.ED25519.lookup()))
                    .as("letter %d", at)
                    .isInstanceOf(ProofVerdict.Invalid.class);
        }
    }

    @Test
    void refusesAnotherKeyOfTheSameKind() {
        assertThat(SUITES.verify(secured(Cryptosuite.ECDSA_RDFC_2019, KeyKind.P256), KeysOfTests.ANOTHER_P256.lookup()))
                .isInstanceOf(ProofVerdict.Invalid.class);
        assertThat(SUITES.verify(
                        secured(Cryptosuite.EDDSA_JCS_2022, KeyKind.ED25519), KeysOfTests.ANOTHER_ED25519.lookup()))
                .isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAKeyOfAKindThatTheSuiteDoesNotKnow() {
        String secured = secured(Cryptosuite.EDDSA_RDFC_2022, KeyKind.ED25519);

        assertThat(SUITES.verify(secured, KeysOfTests.P256.lookup()))
                .isEqualTo(
                        new ProofVerdict.Invalid("The proof's suite does not go with the kind of the issuer's key."));
    }

    @Test
    void takesTheWordsOfALookupThatRefuses() {
        KeyLookup refusing = method -> new Answer.Refused("That key is not listed for assertions.");

        assertThat(SUITES.verify(SignedFixture.credential(), refusing))
                .isEqualTo(new ProofVerdict.Invalid("That key is not listed for assertions."));
    }

    @Test
    void canNotCheckWhereTheKeyIsAway() {
        KeyLookup away = method -> new Answer.Away("The issuer does not answer.");

        assertThat(SUITES.verify(SignedFixture.credential(), away))
                .isEqualTo(new ProofVerdict.Unchecked("The issuer does not answer."));
    }

    @Test
    void findsABadProofInvalidThoughAnotherCouldNotBeChecked() {
        String set = SignedFixture.credential()
                .replaceFirst(
                        "\"proof\":\\[",
                        "\"proof\":[{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"none\",\"proofPurpose\":\"assertionMethod\"},");
        KeyLookup away = method -> new Answer.Away("The issuer does not answer.");

        assertThat(SUITES.verify(set, away)).isInstanceOf(ProofVerdict.Invalid.class);
    }

    @Test
    void refusesAMemberThatStandsTwice() {
        String twice = SignedFixture.credential().replaceFirst("\\{", "{\"name\":\"Rocket Science\",");

        assertThat(SUITES.verify(twice, KeysOfTests.ED25519.lookup()))
                .isEqualTo(new ProofVerdict.Invalid("The document is not a JSON object."));
    }

    @Test
    void refusesMoreProofsThanAnybodyNeeds() {
        String proof =
                SignedFixture.credential().replaceFirst(".*\"proof\":\\[", "").replaceFirst("]}$", "");
        String many =
                SignedFixture.document().replaceFirst("}$", ",\"proof\":[" + (proof + ",").repeat(16) + proof + "]}");

        assertThat(SUITES.verify(many, KeysOfTests.ED25519.lookup()))
                .isEqualTo(new ProofVerdict.Invalid("The document carries more than 16 proofs."));
    }

    /** Reading base 58 takes the square of its length, and anybody may write a proof: nine minutes went by here. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refusesAMillionLettersOfProofValueAtOnce() {
        String endless = SignedFixture.credential()
                .replaceFirst("\"proofValue\":\"z[^\"]*", "\"proofValue\":\"z" + "2".repeat(1_000_000));

        assertThat(SUITES.verify(endless, KeysOfTests.ED25519.lookup()))
                .isEqualTo(new ProofVerdict.Invalid("Not multibase base58btc: it is longer than any key or signature"));
    }

    @Test
    void refusesADocumentWithoutProof() {
        assertThatThrownBy(() -> DataIntegrity.proofs(SignedFixture.document()))
                .hasMessage("The document carries no proof.");
    }

    @Test
    void standsWithAContextAddedAfterItsWordsWereSigned() {
        String more = secured(Cryptosuite.EDDSA_JCS_2022, KeyKind.ED25519)
                .replaceFirst("(extensions.json\")]", "$1,\"https://example.org/later\"]");

        assertThat(SUITES.verify(more, KeysOfTests.ED25519.lookup())).isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void refusesWordsSignedUnderAnotherContext() {
        String other = secured(Cryptosuite.EDDSA_JCS_2022, KeyKind.ED25519)
                .replaceFirst("https://www.w3.org/ns/credentials/v2", "https://example.org/other");

        assertThat(SUITES.verify(other, KeysOfTests.ED25519.lookup()))
                .isEqualTo(new ProofVerdict.Invalid("The document's context does not begin with the proof's."));
    }

    @Test
    void carriesProofsOfSeveralSuitesSideBySide() {
        String document = SignedFixture.document();
        List<DataIntegrity.Proof> proofs = Stream.of(Cryptosuite.values())
                .flatMap(suite -> suite.keys().stream().map(kind -> proof(suite, kind)))
                .toList();
        KeyLookup byKind =
                method -> new Answer.Found(KeysOfTests.of(KeyKind.valueOf(method.substring(method.indexOf('#') + 1)))
                        .key());

        assertThat(SUITES.verify(DataIntegrity.secured(document, proofs), byKind))
                .isEqualTo(new ProofVerdict.Valid());
    }

    @Test
    void writesTheConfigurationDirectlyAsTheFullPassDoesForEcdsaToo() {
        ProofOptions options = new ProofOptions(Cryptosuite.ECDSA_RDFC_2019, SignedFixture.AT, METHOD);
        String value = SUITES.proofValue(SignedFixture.document(), options, KeyKind.P384, KeysOfTests.P384.signer());
        String secured = DataIntegrity.secured(SignedFixture.document(), options, value);
        String withAnId = secured.replace("\"proofValue\"", "\"id\":\"urn:uuid:1\",\"proofValue\"");

        assertThat(SUITES.verify(secured, KeysOfTests.P384.lookup())).isEqualTo(new ProofVerdict.Valid());
        assertThat(SUITES.verify(withAnId, KeysOfTests.P384.lookup())).isInstanceOf(ProofVerdict.Invalid.class);
    }

    private static String withAnotherLastDigit(String text) {
        int last = text.indexOf("\"}", text.indexOf("\"proofValue\"")) - 1;
        return text.substring(0, last) + (text.charAt(last) == '2' ? '3' : '2') + text.substring(last + 1);
    }

    private static String secured(Cryptosuite suite, KeyKind kind) {
        ProofOptions options = new ProofOptions(suite, SignedFixture.AT, METHOD);
        String document = SignedFixture.document();
        return DataIntegrity.secured(
                document,
                options,
                SUITES.proofValue(document, options, kind, KeysOfTests.of(kind).signer()));
    }

    private static DataIntegrity.Proof proof(Cryptosuite suite, KeyKind kind) {
        ProofOptions options = new ProofOptions(suite, SignedFixture.AT, METHOD.replace("#key", "#" + kind));
        return new DataIntegrity.Proof(
                options,
                SUITES.proofValue(
                        SignedFixture.document(),
                        options,
                        kind,
                        KeysOfTests.of(kind).signer()));
    }
}
