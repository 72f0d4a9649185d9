package org.meritstream.issuance.learnerrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Holder;
import org.meritstream.issuance.credential.OfficialSchema;

/** What is signed is a ClrCredential by 1EdTech's schema, with the signed credentials in it to the byte, and the proof covers all of it. */
class RecordCredentialTest {
    private static final OfficialSchema SCHEMA = new OfficialSchema();
    private static final UUID ID = UUID.fromString("00000ec0-7a51-8c3e-9b0d-4f6a2e1c0ec0");
    private static final HeldCredential PART = Awarded.credential(1);
    private static final HeldCredential STACK = Awarded.credential(2, PART.id());
    private static final String DOCUMENT = document(List.of(PART, STACK));

    @Test
    void passesTheOfficialSchema() {
        assertThat(SCHEMA.violations(DOCUMENT, OfficialSchema.Part.RECORD)).isEmpty();
        assertThat(SCHEMA.violations(Resources.text("/vectors/ob3/clr-simple.json"), OfficialSchema.Part.RECORD))
                .as("1EdTech's own sample")
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        "ClrCredential"              | "AchievementCredential"    | refuses another kind of credential
        "type":["ClrSubject"]        | "type":["Person"]          | refuses another kind of subject
        "verifiableCredential":      | "credentials":             | refuses a record that holds nothing
        "associationType":"isChildOf"| "associationType":"isKin"  | refuses an association of no known kind
        "sourceId"                   | "from"                     | refuses an association without an end
        "partial":false              | "partial":"no"             | refuses a truth value that is none
        clr/v2p0/context-2.0.1.json  | clr/v2p0/context-9.json    | refuses another context
        """)
    void theOfficialSchemaMissesWhatIsWrong(String part, String replacement, String why) {
        assertThat(DOCUMENT).as(why).contains(part);

        assertThat(SCHEMA.violations(
                        DOCUMENT.replaceFirst(part.replace("[", "\\[").replace("]", "\\]"), replacement),
                        OfficialSchema.Part.RECORD))
                .as(why)
                .isNotEmpty();
    }

    @Test
    void holdsTheSignedCredentialsToTheByte() {
        assertThat(DOCUMENT).contains(PART.secured(), STACK.secured());
    }

    @Test
    void saysWhichIsBuiltOnWhich() {
        assertThat(DOCUMENT)
                .contains("\"sourceId\":\"http://localhost:8080/achievements/northgate.achievement-1/1\","
                        + "\"targetId\":\"http://localhost:8080/achievements/northgate.achievement-2/1\"");
        assertThat(document(List.of(PART))).doesNotContain("association");
    }

    @Test
    void isCoveredByItsProofCredentialsAndAll() {
        assertThat(new String(SignedFixture.SUITE.canonical(DOCUMENT), StandardCharsets.UTF_8))
                .contains("isChildOf", "ClrSubject", "#ects> \"3.5\"", "salt-1", "salt-2")
                .contains(proofValue(PART), proofValue(STACK));
    }

    /** As many as a record may hold, in far less than a graph that is built to be hard is given. */
    @Test
    void isCanonicalizedInTimeHoweverMuchIsHeld() {
        List<HeldCredential> many = IntStream.rangeClosed(1, RecordDecision.MOST)
                .mapToObj(n -> n % 10 == 0
                        ? Awarded.credential(n, Awarded.id(n - 1), Awarded.id(n - 2))
                        : Awarded.credential(n))
                .toList();
        String document = document(many);
        long begin = System.nanoTime();

        assertThat(SignedFixture.SUITE.canonical(document)).isNotEmpty();

        System.out.println(
                "record of " + many.size() + " credentials, " + document.length() / 1024 + " KiB, canonicalized in "
                        + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
        assertThat(SCHEMA.violations(document, OfficialSchema.Part.RECORD)).isEmpty();
    }

    private static String proofValue(HeldCredential credential) {
        return credential.seals().getFirst().made();
    }

    private static String document(List<HeldCredential> all) {
        return RecordCredential.document(
                ID,
                Fixtures.NORTHGATE,
                new RecordCredential.Content(
                        "Learner record from Northgate University",
                        false,
                        all,
                        Holdings.at(SignedFixture.AT.plusSeconds(86_400), all)),
                new Holder("Amina Yilmaz", "amina@northgate.example", "f00dfeed"),
                SignedFixture.AT);
    }
}
