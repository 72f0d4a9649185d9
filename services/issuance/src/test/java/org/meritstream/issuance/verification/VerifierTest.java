package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.issuer.IssuerDocuments;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.Signer;
import org.meritstream.issuance.proof.VerificationKey;

class VerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String OTHER_KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String LISTED = "did:web:localhost%3A8080:issuers:northgate";
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void findsAGoodCredentialValid() {
        Verification verification = verify(SignedFixture.credential(), Published.byNorthgate());

        assertThat(verification.checks()).extracting(Check::result).containsOnly(Check.Result.VALID);
        assertThat(verification.checks()).extracting(Check::name).containsExactly(CheckName.values());
        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
        assertThat(verification.claimed().holder()).isEqualTo("Amina Yilmaz");
    }

    @Test
    void findsARevokedOneInvalid() {
        Verification verification = verify(SignedFixture.credential(), Published.byNorthgate(SignedFixture.INDEX));

        assertThat(check(verification, CheckName.STATUS)).isEqualTo(BitstringList.revoked());
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void takesOurOwnWordForARevocationWhenTheListIsAway() {
        Published listless = Published.byNorthgate().without(Published.LIST);

        Verification verification =
                verifier.verifyOwn(SignedFixture.credential(), "The issuer revoked it today.", listless, NOW);

        assertThat(check(verification, CheckName.STATUS).reason()).isEqualTo("The issuer revoked it today.");
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "Amina Yilmaz, Anima Yilmaz",
        "northgate.example, northgate.example.org",
        "2026-11-20T10:15:30Z, 2026-11-20T10:15:29Z",
        "assertionMethod, authentication"
    })
    void findsAChangedOneInvalid(String what, String into) {
        Verification verification = verify(SignedFixture.credential().replace(what, into), Published.byNorthgate());

        assertThat(result(verification, CheckName.PROOF)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsASignatureByAKeyThatItsIssuerDoesNotListInvalid() {
        Published other = Published.byNorthgate()
                .with(Published.DID, IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(OTHER_KEY))));

        Verification verification = verify(SignedFixture.credential(), other);

        assertThat(check(verification, CheckName.PROOF).reason()).contains("not among the keys");
    }

    @Test
    void findsASignatureByAKeyThatIsNotForCredentialsInvalid() {
        String keys = IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(SignedFixture.MULTIKEY)))
                .replace("\"assertionMethod\"", "\"authentication\"");

        Verification verification =
                verify(SignedFixture.credential(), Published.byNorthgate().with(Published.DID, keys));

        assertThat(check(verification, CheckName.PROOF).reason()).contains("not for signing credentials");
    }

    @Test
    void findsASignatureByAKeyOfAnotherControllerInvalid() {
        String keys = IssuerDocuments.did(Fixtures.NORTHGATE, List.of(ListedKey.of(SignedFixture.MULTIKEY)))
                .replace("\"controller\":\"did:web:localhost", "\"controller\":\"did:web:elsewhere");

        Verification verification =
                verify(SignedFixture.credential(), Published.byNorthgate().with(Published.DID, keys));

        assertThat(check(verification, CheckName.PROOF).reason()).contains("controlled by somebody else");
    }

    @Test
    void findsASignatureByAWithdrawnKeyInvalid() {
        String keys = IssuerDocuments.did(
                Fixtures.NORTHGATE,
                List.of(new ListedKey(
                        VerificationKey.ofMultikey(SignedFixture.MULTIKEY), Instant.parse("2026-11-22T00:00:00Z"))));

        Verification verification =
                verify(SignedFixture.credential(), Published.byNorthgate().with(Published.DID, keys));

        assertThat(check(verification, CheckName.PROOF).reason())
                .isEqualTo(
                        "The key that signed it was withdrawn by its issuer, as of 22 November 2026. Somebody else may have signed with it.");
    }

    @Test
    void findsAnotherUniversitysSignatureInvalid() {
        String foreign = SignedFixture.sign(SignedFixture.document().replace("issuers:northgate", "issuers:lakeside"));
        Published both = Published.byNorthgate()
                .with(
                        "https://localhost:8080/issuers/lakeside/did.json",
                        IssuerDocuments.did(Fixtures.LAKESIDE, List.of(ListedKey.of(OTHER_KEY))));

        assertThat(check(verify(foreign, both), CheckName.PROOF).reason()).contains("not its issuer's");
    }

    @Test
    void doesNotTakeSomebodyElsesDocumentForTheIssuers() {
        Published other = Published.byNorthgate()
                .with(
                        Published.DID,
                        IssuerDocuments.did(Fixtures.LAKESIDE, List.of(ListedKey.of(SignedFixture.MULTIKEY))));

        Verification verification = verify(SignedFixture.credential(), other);

        assertThat(result(verification, CheckName.ISSUER)).isEqualTo(Check.Result.INVALID);
        assertThat(result(verification, CheckName.PROOF)).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void canNotCheckTheSignatureWithoutTheIssuersKeys() {
        Verification verification =
                verify(SignedFixture.credential(), Published.byNorthgate().without(Published.DID));

        assertThat(result(verification, CheckName.ISSUER)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(result(verification, CheckName.PROOF)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void canNotCheckTermsThatAreNotCarriedAndReadsThemNowhere() {
        Published published = Published.byNorthgate();
        String strange = SignedFixture.credential()
                .replaceFirst("/extensions.json\"", "/extensions.json\",\"https://terms.example/v1\"");

        Verification verification = verify(strange, published);

        assertThat(check(verification, CheckName.CONTEXT).reason()).contains("https://terms.example/v1");
        assertThat(result(verification, CheckName.CONTEXT)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(result(verification, CheckName.PROOF)).isEqualTo(Check.Result.UNCHECKED);
        assertThat(published.read()).noneMatch(address -> address.toString().contains("terms.example"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T10:15:29Z, INVALID", "2026-11-20T10:15:30Z, VALID", "2026-11-21T00:00:01Z, INVALID"})
    void looksAtTheDates(Instant now, Check.Result expected) {
        String expiring = SignedFixture.sign(SignedFixture.document()
                .replace("\"awardedDate\"", "\"validUntil\":\"2026-11-21T00:00:00Z\",\"awardedDate\""));

        Verification verification = verify(expiring, Published.byNorthgate(), now);

        assertThat(result(verification, CheckName.DATES)).isEqualTo(expected);
    }

    @Test
    void findsOneThatBreaksTheStandardInvalid() {
        String odd = SignedFixture.sign(
                SignedFixture.document().replace("\"identityType\":\"name\"", "\"identityType\":\"nickname\""));

        assertThat(result(verify(odd, Published.byNorthgate()), CheckName.SCHEMA))
                .isEqualTo(Check.Result.INVALID);
    }

    @Test
    void takesOneValueWhereTheSchemaWritesAnArray() {
        String signed = SignedFixture.credential();
        String object = signed.replaceFirst("\"proof\":\\[(.*)]}$", "\"proof\":$1}");
        assertThat(object).isNotEqualTo(signed);

        assertThat(verify(object, Published.byNorthgate()).result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void saysWhichListsHoldTheIssuerAndDecidesNothingByThem() {
        Verifier told = new Verifier(
                SignedFixture.SUITE,
                SignedFixture.JOSE,
                new Registries(Map.of("Universities of the coast", Set.of(LISTED), "Others", Set.of())));

        Verification listed = told.verify(presented(SignedFixture.credential()), Published.byNorthgate(), NOW);
        Verification unlisted = verify(SignedFixture.credential(), Published.byNorthgate());

        assertThat(listed.trust().lists()).containsExactly("Universities of the coast");
        assertThat(unlisted.trust().reason()).isEqualTo("Its issuer is not in any list that this service was told of.");
        assertThat(unlisted.result()).isEqualTo(listed.result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void looksIntoUnchangedBytesOnceAndAtTheDatesEachTime() {
        Counting counting = new Counting();
        Verifier remembering = new Verifier(
                new DataIntegrity(new Canonicalization(Contexts.carried()), counting),
                SignedFixture.JOSE,
                new Registries(Map.of()));
        Presented credential = presented(SignedFixture.credential());
        Published published = Published.byNorthgate();

        Verification first = remembering.verify(credential, published, NOW);
        Verification later = remembering.verify(credential, published, NOW.plusSeconds(5));
        Verification before = remembering.verify(credential, published, Instant.parse("2026-11-20T10:15:29Z"));

        assertThat(counting.verified).as("the credential and its list").hasValue(2);
        assertThat(later.checks()).isEqualTo(first.checks());
        assertThat(before.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void seesARevocationInTheVeryNextList() {
        assertThat(verify(SignedFixture.credential(), Published.byNorthgate()).result())
                .isEqualTo(Check.Result.VALID);
        assertThat(verify(SignedFixture.credential(), Published.byNorthgate(SignedFixture.INDEX))
                        .result())
                .isEqualTo(Check.Result.INVALID);
    }

    /** Counts how often a signature is verified. */
    private static final class Counting implements Ed25519Provider {
        private final BouncyCastleEd25519 real = new BouncyCastleEd25519();
        private final AtomicInteger verified = new AtomicInteger();

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public byte[] publicKey(byte[] seed) {
            return real.publicKey(seed);
        }

        @Override
        public Signer signer(byte[] seed, byte[] publicKey) {
            return real.signer(seed, publicKey);
        }

        @Override
        public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            verified.incrementAndGet();
            return real.verify(publicKey, message, signature);
        }
    }

    private Verification verify(String credential, Published published) {
        return verify(credential, published, NOW);
    }

    private Verification verify(String credential, Published published, Instant now) {
        return verifier.verify(presented(credential), published, now);
    }

    static Presented presented(String credential) {
        return ((Opened.Credential) Opening.open(credential.getBytes(StandardCharsets.UTF_8))).presented();
    }

    static Check check(Verification verification, CheckName name) {
        return verification.checks().stream()
                .filter(check -> check.name() == name)
                .findFirst()
                .orElseThrow();
    }

    static Check.Result result(Verification verification, CheckName name) {
        return check(verification, name).result();
    }
}
