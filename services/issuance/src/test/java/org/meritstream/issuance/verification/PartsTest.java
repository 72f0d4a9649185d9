package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** What lies within a credential is checked by itself and decides nothing about it. */
class PartsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ENDORSEMENT = Resources.text("/vectors/ob3/endorsement-valid.json");
    private final Verifier verifier = new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of()));

    @Test
    void findsAForgedEndorsementWithoutDoubtingTheWhole() {
        Verification verification =
                verify(endorsed(ENDORSEMENT.replace("2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z")));

        assertThat(verification.parts()).hasSize(1);
        assertThat(verification.parts().getFirst().result()).isEqualTo(Check.Result.INVALID);
        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void looksIntoTenAndSaysOfTheRestThatItWasNotLookedInto() {
        ObjectNode credential = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) credential.path("endorsement");
        for (int i = 0; i < 30; i++) {
            endorsements.add(endorsements.get(0));
        }

        Verification verification = verify(tree(SignedFixture.sign(bare(credential))));

        assertThat(verification.parts()).hasSize(10);
        assertThat(verification.partsNotLookedInto()).isEqualTo(21);
        assertThat(verification.checks()).extracting(Check::result).containsOnly(Check.Result.VALID);
        assertThat(verification.result()).isEqualTo(Check.Result.UNCHECKED);
        assertThat(verification.reason())
                .isEqualTo(
                        "21 of the credentials within it were not looked into, since they are more or lie deeper than this service looks.");
    }

    @Test
    void looksIntoAHundredOfTheIssuerOfTheWholeAndNoMore() {
        ObjectNode record = tree(SignedFixture.document());
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 120; i++) {
            held.add(tree(SignedFixture.credential()));
        }

        Verification verification = verify(record);

        assertThat(verification.parts())
                .hasSize(100)
                .allSatisfy(part -> assertThat(part.result()).isEqualTo(Check.Result.VALID));
        assertThat(verification.partsNotLookedInto()).isEqualTo(20);
    }

    /** Parts of parts count, too: what is small to hand in is not to be much to look into. */
    @Test
    void looksIntoTwoHundredAltogetherAndNoMore() {
        ObjectNode full = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) full.path("endorsement");
        for (int i = 0; i < 9; i++) {
            endorsements.add(endorsements.get(0));
        }
        ObjectNode record = tree(SignedFixture.document());
        ArrayNode held = ((ObjectNode) record.path("credentialSubject")).putArray("verifiableCredential");
        for (int i = 0; i < 40; i++) {
            held.add(full);
        }

        Verification verification = verify(record);
        List<Verification> parts = verification.parts();

        int within = parts.stream().mapToInt(part -> part.parts().size()).sum();
        assertThat(parts.size() + within).isEqualTo(200);
        assertThat(verification.partsNotLookedInto())
                .as("those of the parts that were looked into, too")
                .isEqualTo(40 - parts.size() + parts.size() * 10 - within);
    }

    @Test
    void looksTwoDeepAndNoDeeper() {
        ObjectNode deepest = endorsed(ENDORSEMENT);
        for (int i = 0; i < 5; i++) {
            deepest = endorsed(deepest.toString());
        }

        Verification verification = verify(deepest);

        Verification second = verification.parts().getFirst().parts().getFirst();
        assertThat(second.parts()).isEmpty();
        assertThat(second.partsNotLookedInto()).isEqualTo(1);
        assertThat(verification.partsNotLookedInto()).isEqualTo(1);
    }

    @Test
    void saysNothingOfPartsNotLookedIntoWhereAllWere() throws JsonProcessingException {
        Verification verification = verify(endorsed(ENDORSEMENT));

        assertThat(verification.result()).isEqualTo(Check.Result.VALID);
        assertThat(answer(verification).has("partsNotLookedInto")).isFalse();
        assertThat(ResultPage.of(verification).bounded()).isNull();
    }

    @Test
    void answersNullWhereAPartWasNotLookedInto() throws JsonProcessingException {
        ObjectNode credential = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) credential.path("endorsement");
        for (int i = 0; i < 10; i++) {
            endorsements.add(endorsements.get(0));
        }

        Verification verification = verify(tree(SignedFixture.sign(bare(credential))));

        assertThat(answer(verification).path("verified").isNull()).isTrue();
        assertThat(answer(verification).path("partsNotLookedInto").intValue()).isEqualTo(1);
        assertThat(ResultPage.of(verification).bounded()).startsWith("One of the credentials within it was not");
        BatchVerdict verdict = new BatchVerdict(
                new BatchItem(1, "item 1", () -> new Opened.Nothing("")), new Answered.Verified(verification));
        assertThat(verdict.result()).isEqualTo(BatchVerdict.Result.UNCHECKED);
        assertThat(BatchSheet.of(List.of(verdict)))
                .contains("parts not looked into\r\n")
                .endsWith(",\"1\"\r\n");
    }

    @Test
    void isInvalidRatherThanUncheckedWhereACheckFailed() {
        ObjectNode credential = endorsed(ENDORSEMENT);
        ArrayNode endorsements = (ArrayNode) credential.path("endorsement");
        for (int i = 0; i < 10; i++) {
            endorsements.add(endorsements.get(0));
        }

        Verification verification = verify(credential);

        assertThat(verification.partsNotLookedInto()).isEqualTo(1);
        assertThat(verification.result()).isEqualTo(Check.Result.INVALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "no token"                 | INVALID   | text that is no token
        "a.b.c"                    | INVALID   | does not hold JSON
        "{}"                       | INVALID   | text that is no token
        42                         | INVALID   | neither an object nor a token
        "https://state.gov/said/1" | UNCHECKED | Only an address
        """)
    void isAPartWhateverStandsWhereATokenShould(String stands, Check.Result result, String reason) {
        String endorsed = SignedFixture.document()
                .replaceFirst("^\\{", "{\"endorsementJwt\":[" + Matcher.quoteReplacement(stands) + "],");

        List<Verification> parts = verify(tree(endorsed)).parts();

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().result()).isEqualTo(result);
        assertThat(parts.getFirst().reason()).contains(reason);
    }

    @Test
    void looksIntoAnEndorsementThatIsAToken() {
        ObjectNode credential = tree(SignedFixture.document());
        credential.put(
                "endorsementJwt",
                SignedFixture.token(SignedFixture.document()
                        .replaceFirst(
                                "\"credentialSubject\":\\{",
                                "\"credentialSubject\":{\"id\":\"did:example:somebody\",")));

        List<Verification> parts = verify(credential).parts();

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().result()).isEqualTo(Check.Result.VALID);
    }

    @Test
    void looksIntoWhatEverySubjectHolds() {
        ObjectNode credential = tree(SignedFixture.document());
        JsonNode subject = credential.path("credentialSubject");
        ObjectNode other = subject.deepCopy();
        ((ObjectNode) other.path("achievement")).put("name", "Statistics").set("endorsement", tree(ENDORSEMENT));
        ((ObjectNode) other.path("identifier").get(0)).put("identityHash", "Ben Okafor");
        other.set("verifiableCredential", tree(SignedFixture.credential()));
        credential.putArray("credentialSubject").add(subject).add(other);

        Verification verification = verify(credential);

        assertThat(verification.parts())
                .extracting(part -> part.claimed().kind())
                .containsExactly("endorsement", "Open Badges credential");
        assertThat(verification.claimed().holder()).isEqualTo("Amina Yilmaz; Ben Okafor");
        assertThat(verification.claimed().name()).isEqualTo("Data Literacy; Statistics");
    }

    @Test
    void looksIntoTheEndorsementsOfEveryAchievement() {
        ObjectNode record = tree(SignedFixture.document());
        ObjectNode subject = (ObjectNode) record.path("credentialSubject");
        ObjectNode endorsed = subject.path("achievement").deepCopy();
        endorsed.set("endorsement", tree(ENDORSEMENT));
        subject.set(
                "achievement",
                record.arrayNode().add(subject.path("achievement")).add(endorsed));

        assertThat(verify(record).parts()).hasSize(1);
    }

    @Test
    void namesTheFirstOfManyHolders() {
        ObjectNode credential = tree(SignedFixture.document());
        ArrayNode subjects = credential.putArray("credentialSubject");
        IntStream.rangeClosed(1, 8).forEach(n -> subjects.addObject().put("name", "Learner " + n));

        assertThat(Claimed.of(credential).holder())
                .isEqualTo("Learner 1; Learner 2; Learner 3; Learner 4; Learner 5; and 3 more");
    }

    private static JsonNode answer(Verification verification) throws JsonProcessingException {
        return EventFormat.JSON.readTree(EventFormat.JSON.writeValueAsString(VerificationAnswer.of(verification)));
    }

    private static String bare(ObjectNode credential) {
        ObjectNode bare = credential.deepCopy();
        bare.remove("proof");
        return bare.toString();
    }

    /** Signed after the endorsement was put in. */
    private static ObjectNode endorsed(String endorsement) {
        ObjectNode document = tree(SignedFixture.document());
        document.putArray("endorsement").add(tree(endorsement));
        return tree(SignedFixture.sign(document.toString()));
    }

    private Verification verify(ObjectNode credential) {
        Published published = Published.byNorthgate()
                .with(
                        "https://state.gov/issuers/565049",
                        Resources.text("/vectors/ob3/web/state.gov/issuers/565049.json"));
        return verifier.verify(VerifierTest.presented(credential.toString()), published, NOW);
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) java.util.Objects.requireNonNull(Opening.tree(json));
    }
}
