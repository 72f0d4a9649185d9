package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.proof.Canonicalization;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.Ed25519Provider;
import org.meritstream.issuance.proof.Signer;

class VerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String OTHER_KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private final Verifier verifier = new Verifier(SignedFixture.SUITE);

    @Test
    void findsAGoodCredentialValid() {
        Verification verification = verify(SignedFixture.credential(), SignedFixture.statusList(), NOW);

        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
        assertThat(verification.checks()).extracting(Check::result).containsOnly(Check.Result.VALID);
    }

    @Test
    void findsARevokedOneInvalidAndSaysWhen() {
        Evidence evidence = new Evidence(
                SignedFixture.credential(),
                SignedFixture.MULTIKEY,
                SignedFixture.statusList(SignedFixture.INDEX),
                "The issuer revoked it on 22 November 2026.");

        assertThat(check(verifier.verify(evidence, NOW), "Status"))
                .contains(Check.invalid("Status", "The issuer revoked it on 22 November 2026."));
    }

    @Test
    void readsTheRevocationFromTheListAlone() {
        String list = SignedFixture.statusList(SignedFixture.INDEX);

        assertThat(check(verify(SignedFixture.credential(), list, NOW), "Status"))
                .contains(Check.invalid("Status", "The issuer revoked it."));
    }

    @Test
    void takesTheIssuersWordForARevocationWhenTheListIsAway() {
        Evidence evidence = new Evidence(SignedFixture.credential(), SignedFixture.MULTIKEY, null, "Revoked today.");

        assertThat(verifier.verify(evidence, NOW).result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsAChangedOneInvalid() {
        String changed = SignedFixture.credential().replace("Amina Yilmaz", "Anima Yilmaz");

        Verification verification = verify(changed, SignedFixture.statusList(), NOW);

        assertThat(result(verification, "Signature")).contains(Check.Result.INVALID);
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void findsAnotherIssuersSignatureInvalid() {
        Evidence evidence = new Evidence(SignedFixture.credential(), OTHER_KEY, SignedFixture.statusList(), null);

        assertThat(result(verifier.verify(evidence, NOW), "Signature")).contains(Check.Result.INVALID);
    }

    @Test
    void canNotCheckTheSignatureWithoutTheKey() {
        Evidence evidence = new Evidence(SignedFixture.credential(), null, SignedFixture.statusList(), null);

        Verification verification = verifier.verify(evidence, NOW);

        assertThat(result(verification, "Signature")).contains(Check.Result.UNCHECKED);
        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void canNotCheckTheStatusWithoutTheList() {
        Evidence evidence = new Evidence(SignedFixture.credential(), SignedFixture.MULTIKEY, null, null);

        assertThat(result(verifier.verify(evidence, NOW), "Status")).contains(Check.Result.UNCHECKED);
    }

    @Test
    void doesNotTrustAListThatSomebodyElseSigned() {
        String forged = SignedFixture.statusList().replace("\"encodedList\":\"u", "\"encodedList\":\"uu");

        assertThat(result(verify(SignedFixture.credential(), forged, NOW), "Status"))
                .contains(Check.Result.UNCHECKED);
    }

    @Test
    void doesNotReadTheStatusFromAnotherList() {
        String other = SignedFixture.sign(SignedFixture.statusList()
                .replaceFirst(",\"proof\".*", "}")
                .replace("/status/northgate-1", "/status/northgate-2"));

        assertThat(result(verify(SignedFixture.credential(), other, NOW), "Status"))
                .contains(Check.Result.UNCHECKED);
    }

    @Test
    void findsOneOfTomorrowInvalidToday() {
        Instant before = Instant.parse("2026-11-20T10:15:29Z");

        assertThat(result(verify(SignedFixture.credential(), SignedFixture.statusList(), before), "Dates"))
                .contains(Check.Result.INVALID);
    }

    @Test
    void findsAnExpiredOneInvalid() {
        String expired = SignedFixture.sign(SignedFixture.document()
                .replace("\"awardedDate\"", "\"validUntil\":\"2026-11-21T00:00:00Z\",\"awardedDate\""));

        assertThat(result(verify(expired, SignedFixture.statusList(), NOW), "Dates"))
                .contains(Check.Result.INVALID);
    }

    @Test
    void findsOneThatBreaksTheStandardInvalid() {
        String odd = SignedFixture.sign(
                SignedFixture.document().replace("\"identityType\":\"name\"", "\"identityType\":\"nickname\""));

        assertThat(result(verify(odd, SignedFixture.statusList(), NOW), "Form")).contains(Check.Result.INVALID);
    }

    @Test
    void looksIntoUnchangedBytesOnceAndAtTheDatesEachTime() {
        Counting counting = new Counting();
        Verifier remembering = new Verifier(new DataIntegrity(new Canonicalization(Contexts.carried()), counting));
        Evidence evidence =
                new Evidence(SignedFixture.credential(), SignedFixture.MULTIKEY, SignedFixture.statusList(), null);

        Verification first = remembering.verify(evidence, NOW);
        Verification later = remembering.verify(evidence, NOW.plusSeconds(5));
        Verification before = remembering.verify(evidence, Instant.parse("2026-11-20T10:15:29Z"));

        assertThat(counting.verified).as("the credential and its list").hasValue(2);
        assertThat(later.checks()).isEqualTo(first.checks());
        assertThat(before.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void seesARevocationInTheVeryNextList() {
        Verification valid = verify(SignedFixture.credential(), SignedFixture.statusList(), NOW);
        Verification revoked = verify(SignedFixture.credential(), SignedFixture.statusList(SignedFixture.INDEX), NOW);

        assertThat(valid.result()).isEqualTo(Check.Result.VALID);
        assertThat(revoked.result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void remembersNoVerdictUnderAnotherKey() {
        verify(SignedFixture.credential(), SignedFixture.statusList(), NOW);
        Evidence other = new Evidence(SignedFixture.credential(), OTHER_KEY, SignedFixture.statusList(), null);

        assertThat(result(verifier.verify(other, NOW), "Signature")).contains(Check.Result.INVALID);
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

    private Verification verify(String credential, String list, Instant now) {
        return verifier.verify(new Evidence(credential, SignedFixture.MULTIKEY, list, null), now);
    }

    private static Optional<Check> check(Verification verification, String name) {
        return verification.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst();
    }

    private static Optional<Check.Result> result(Verification verification, String name) {
        return check(verification, name).map(Check::result);
    }
}
