package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;

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
