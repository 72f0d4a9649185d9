package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** A list that can not be believed says neither good nor bad of a credential. */
class StatusCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void canNotTellWithoutTheList() {
        assertThat(status(SignedFixture.credential(), Published.byNorthgate().without(Published.LIST)))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "encodedList":"u                          | "encodedList":"uu
        "statusPurpose":"revocation"              | "statusPurpose":"suspension"
        /status/northgate-1                       | /status/northgate-2
        "validUntil":"2026-11-27T10:15:31Z"       | "validUntil":"2026-11-23T11:59:59Z"
        "validUntil":"2026-11-27T10:15:31Z"       | "validUntil":"soon"
        "validFrom":"2026-11-20T10:15:31Z"        | "validFrom":"2026-11-23T12:00:01Z"
        "VerifiableCredential","BitstringStatusListCredential" | "VerifiableCredential"
        "issuer":"did:web:localhost               | "issuer":"did:web:nowhere
        """)
    void canNotTellFromAListThatIsNotWhatItShouldBe(String what, String into) {
        String list = SignedFixture.statusList();
        String unsigned = list.substring(0, list.indexOf(",\"proof\"")) + "}";
        String changed = unsigned.replace(what, into);
        assertThat(changed).isNotEqualTo(unsigned);

        assertThat(status(SignedFixture.credential(), publishing(SignedFixture.sign(changed))))
                .isEqualTo(Check.Result.UNCHECKED);
        assertThat(status(SignedFixture.credential(), publishing(list.replace(what, into))))
                .isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource({"-1", "94567.0", "0x1", "131072", "99999999999", "''"})
    void canNotTellFromAnIndexThatIsNone(String index) {
        String odd = SignedFixture.document()
                .replace("\"statusListIndex\":\"94567\"", "\"statusListIndex\":\"" + index + "\"");

        assertThat(status(odd, Published.byNorthgate())).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void canNotTellFromAKindOfListThatItDoesNotKnow() {
        String odd = SignedFixture.document().replace("BitstringStatusListEntry", "SomethingElse");

        assertThat(status(odd, Published.byNorthgate())).isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"https://elsewhere.example/status#4\"", "{}", "[7]", "false"})
    void canNotTellFromAStatusThatIsNoEntry(String status) {
        assertThat(ofSomethingElse(status)).isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void takesWhatNamesNoListForWhatCanNotBeRevoked(String status) {
        assertThat(ofSomethingElse(status)).isEqualTo(Check.Result.VALID);
    }

    private Check.Result ofSomethingElse(String status) {
        String credential = Resources.text("/fixtures/membership.json")
                .strip()
                .replace("ISSUER", Fixtures.NORTHGATE.did())
                .replaceFirst("\\{", "{\"credentialStatus\":" + status + ",");
        return status(SignedFixture.token(credential, "vc+jwt"), Published.byNorthgate());
    }

    @ParameterizedTest
    @CsvSource({"true, INVALID", "false, VALID"})
    void readsAListOf1EdTech(boolean revoked, Check.Result expected) {
        String list = "http://localhost:8080/revoked";
        String credential = revocationList(list);
        String id = SignedFixture.ID.toString();
        Published published = Published.byNorthgate()
                .with(
                        list,
                        Resources.text("/fixtures/revocation-list.json")
                                .replace("ID", id)
                                .replace("\"REVOKED\"", Boolean.toString(revoked)));

        assertThat(status(credential, published)).isEqualTo(expected);
    }

    @Test
    void doesNotReadAnotherIssuersListOf1EdTech() {
        String list = "http://localhost:8080/revoked";
        Published published = Published.byNorthgate()
                .with(list, Resources.text("/fixtures/revocation-list.json").replace("northgate", "lakeside"));

        assertThat(status(revocationList(list), published)).isEqualTo(Check.Result.UNCHECKED);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        false, false, VALID,   -,          Its issuer has neither revoked nor suspended it.
        true,  false, INVALID, revocation, Its issuer revoked it.
        false, true,  INVALID, suspension, 'Its issuer has suspended it: it is not to be relied on now, and may be given back.'
        true,  true,  INVALID, revocation, Its issuer revoked it.
        """)
    void tellsTheSuspendedFromTheRevoked(
            boolean revoked, boolean suspended, Check.Result result, @Nullable String purpose, String reason) {
        Published published = Published.byNorthgate(bits(revoked))
                .with(Published.SUSPENSIONS, SignedFixture.suspensionList(bits(suspended)));

        Verification verification = suspendable(published);

        assertThat(verification.checks()).contains(new Check(CheckName.STATUS, result, reason, purpose));
        assertThat(verification.result()).isEqualTo(result);
        assertThat(verification.suspended()).isEqualTo(suspended && !revoked);
        assertThat(ResultPage.verdict(verification))
                .isEqualTo(suspended && !revoked ? "It is suspended" : revoked ? "It is not valid" : "It is valid");
    }

    @Test
    void canNotTellWhileOneOfTheTwoListsIsAwayUnlessTheOtherSaysSo() {
        Published away = Published.byNorthgate().without(Published.SUSPENSIONS);

        assertThat(suspendable(away).checks())
                .contains(new Check(
                        CheckName.STATUS,
                        Check.Result.UNCHECKED,
                        "The issuer's list of suspensions could not be read. Its server answers with status 404.",
                        "suspension"));
        assertThat(suspendable(Published.byNorthgate(SignedFixture.INDEX).without(Published.SUSPENSIONS))
                        .result())
                .isEqualTo(Check.Result.INVALID);
    }

    @Test
    void takesNoListForThatOfTheOtherPurpose() {
        Published swapped = Published.byNorthgate().with(Published.SUSPENSIONS, SignedFixture.statusList());

        assertThat(suspendable(swapped).result()).isEqualTo(Check.Result.UNCHECKED);
    }

    @Test
    void saysOfItsFormWhatDiffersFromTheStandards() {
        assertThat(suspendable(Published.byNorthgate()).checks())
                .contains(
                        new Check(
                                CheckName.SCHEMA,
                                Check.Result.VALID,
                                "It has the form that the Open Badges 3.0 standard asks for, but for two status entries where 1EdTech's schema allows one."));
    }

    private Verification suspendable(Published published) {
        String credential = SignedFixture.sign(SignedFixture.document(StatusProfile.REVOCATION_AND_SUSPENSION));
        return verifier.verify(VerifierTest.presented(credential), published, NOW);
    }

    private static Integer[] bits(boolean set) {
        return set ? new Integer[] {SignedFixture.INDEX} : new Integer[0];
    }

    private static String revocationList(String address) {
        return SignedFixture.document()
                .replace("BitstringStatusListEntry", "1EdTechRevocationList")
                .replace("\"id\":\"http://localhost:8080/status/northgate-1#94567\"", "\"id\":\"" + address + "\"");
    }

    private static Published publishing(String list) {
        return Published.byNorthgate().with(Published.LIST, list);
    }

    private Check.Result status(String credential, Published published) {
        Verification verification = verifier.verify(VerifierTest.presented(credential), published, NOW);
        return VerifierTest.result(verification, CheckName.STATUS);
    }
}
