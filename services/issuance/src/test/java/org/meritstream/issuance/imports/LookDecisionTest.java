package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ImportRefusal;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.imports.LookDecision.Around;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.CheckName;
import org.meritstream.issuance.verification.Claimed;
import org.meritstream.issuance.verification.IssuerTrust;
import org.meritstream.issuance.verification.Period;
import org.meritstream.issuance.verification.Verification;

class LookDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String DID = "did:web:localhost%3A8080:issuers:northgate";
    private static final String AMINA = "amina@northgate.example";
    private static final Period ALWAYS = new Period(null, null);

    @Test
    void looksFurtherAtWhatIsTheLearnersAndOfAnIssuerOnTheList() {
        assertThat(beforehand(SignedFixture.credential(), AMINA)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "AchievementCredential, DegreeCredential, NOT_A_CREDENTIAL",
        "AchievementCredential, ClrCredential, NOT_A_CREDENTIAL",
        "issuers:northgate, issuers:lakeside, ISSUER_NOT_RECOGNISED",
        "emailAddress, sourcedId, HOLDER_NOT_NAMED",
        "f00dfeed, deadbeef, ANOTHER_HOLDER",
        "sha256$, md5$, ANOTHER_HOLDER"
    })
    void asksNobodyAboutWhatWouldNotCountAnyway(String what, String instead, ImportRefusal refusal) {
        assertThat(beforehand(SignedFixture.credential().replace(what, instead), AMINA))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "amina@northgate.example, none",
                "' Amina@Northgate.example ', none",
                "anima@northgate.example, ANOTHER_HOLDER",
                "none, LEARNER_WITHOUT_EMAIL",
                "' ', LEARNER_WITHOUT_EMAIL"
            })
    void comparesTheAddressThatTheRosterHas(@Nullable String email, @Nullable ImportRefusal refusal) {
        assertThat(beforehand(SignedFixture.credential(), email)).isEqualTo(refusal);
    }

    @Test
    void comparesAnAddressThatStandsThereInClear() {
        String clear = SignedFixture.document()
                .replaceFirst(
                        "\"hashed\":true,\"identityHash\":\"[^\"]+\"",
                        "\"hashed\":false,\"identityHash\":\"" + AMINA + "\"");

        assertThat(beforehand(clear, "Amina@northgate.example")).isNull();
        assertThat(beforehand(clear, "anima@northgate.example")).isEqualTo(ImportRefusal.ANOTHER_HOLDER);
    }

    @Test
    void comparesNoStudentNumber() {
        String numbered = SignedFixture.document()
                .replaceFirst(
                        "\"hashed\":true,\"identityHash\":\"[^\"]+\",\"identityType\":\"emailAddress\"",
                        "\"hashed\":false,\"identityHash\":\"s-4711\",\"identityType\":\"sourcedId\"");

        assertThat(beforehand(numbered, "s-4711")).isEqualTo(ImportRefusal.HOLDER_NOT_NAMED);
    }

    @Test
    void tellsThatItsOwnCredentialsNeedNotBeHandedIn() {
        Around own = new Around(DID, Set.of(DID), AMINA);

        assertThat(LookDecision.beforehand(stated(SignedFixture.credential()), own))
                .isEqualTo(ImportRefusal.OWN_CREDENTIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\n"})
    void takesNoNameThatNoStoreAndNoTopicTakes(String strange) {
        String named = SignedFixture.document()
                .replace("\"id\":\"http://localhost:8080/credentials/", "\"id\":\"urn:" + strange);

        assertThat(beforehand(named, AMINA)).isEqualTo(ImportRefusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"\"id\":\"http://localhost:8080/credentials, \"was\":\"http://localhost:8080/credentials"})
    void takesNothingWithoutAName(String what, String instead) {
        assertThat(beforehand(SignedFixture.document().replace(what, instead), AMINA))
                .isEqualTo(ImportRefusal.MALFORMED);
    }

    @Test
    void countsWhatStandsEveryCheck() {
        assertThat(LookDecision.found(checked(), ALWAYS)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTEXT, INVALID, MALFORMED",
        "CONTEXT, UNCHECKED, MALFORMED",
        "SCHEMA, INVALID, MALFORMED",
        "ISSUER, INVALID, PROOF_INVALID",
        "ISSUER, UNCHECKED, NOT_CHECKABLE",
        "PROOF, INVALID, PROOF_INVALID",
        "PROOF, UNCHECKED, NOT_CHECKABLE",
        "STATUS, INVALID, REVOKED",
        "STATUS, UNCHECKED, NOT_CHECKABLE",
        "EVIDENCE, INVALID, PROOF_INVALID"
    })
    void saysWhichCheckItDoesNotStand(CheckName name, Check.Result result, ImportRefusal refusal) {
        assertThat(LookDecision.found(checked(new Check(name, result, "x")), ALWAYS))
                .isEqualTo(refusal);
    }

    @Test
    void takesNothingFromItWhenWhatItPointsAtIsAway() {
        assertThat(LookDecision.found(checked(new Check(CheckName.EVIDENCE, Check.Result.UNCHECKED, "x")), ALWAYS))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-11-24T00:00:00Z, none, NOT_YET_VALID",
                "none, 2026-11-22T00:00:00Z, EXPIRED",
                "2026-11-20T00:00:00Z, 2026-11-22T00:00:00Z, EXPIRED"
            })
    void saysWhetherItIsTooEarlyOrTooLate(@Nullable Instant from, @Nullable Instant until, ImportRefusal refusal) {
        Verification late = checked(new Check(CheckName.DATES, Check.Result.INVALID, "x"));

        assertThat(LookDecision.found(late, new Period(from, until))).isEqualTo(refusal);
        assertThat(LookDecision.found(late, null)).isEqualTo(ImportRefusal.MALFORMED);
    }

    private static @Nullable ImportRefusal beforehand(String credential, @Nullable String email) {
        return LookDecision.beforehand(stated(credential), new Around("did:web:own.example", Set.of(DID), email));
    }

    private static Stated stated(String credential) {
        try {
            return Stated.of(EventFormat.JSON.readTree(credential));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Every check is valid but these. */
    private static Verification checked(Check... but) {
        List<Check> checks = Arrays.stream(CheckName.values())
                .map(name -> Arrays.stream(but)
                        .filter(check -> check.name() == name)
                        .findFirst()
                        .orElse(new Check(name, Check.Result.VALID, "fine")))
                .toList();
        return new Verification(
                new Claimed("Open Badges credential", null, null, DID, null, null),
                checks,
                new IssuerTrust(List.of()),
                NOW);
    }
}
