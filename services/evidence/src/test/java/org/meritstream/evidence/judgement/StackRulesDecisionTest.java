package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.evidence.judgement.FactFixtures.day;
import static org.meritstream.evidence.judgement.FactFixtures.next;
import static org.meritstream.evidence.judgement.Fixtures.holds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Rule;

/** What is earned by holding others: so many of them, a core with electives, credits summed. */
class StackRulesDecisionTest {
    private static final String ELSEWHERE = "did:web:elsewhere.example";
    private static final String FOREIGN = "https://elsewhere.example/achievements/ethics";
    private static final Rule TWO_OF_THREE =
            new Rule.AtLeast(2, List.of(holds("maths"), holds("physics"), holds("art")));
    private static final Rule CORE_AND_ELECTIVES = new Rule.All(
            List.of(holds("maths"), holds("physics"), new Rule.AtLeast(1, List.of(holds("art"), holds("music")))));
    private static final Rule TEN_CREDITS = new Rule.Credits(
            new BigDecimal("10"),
            List.of(
                    counts("maths"),
                    counts("physics"),
                    new Rule.Credits.Counted(FOREIGN, ELSEWHERE, new BigDecimal("2.5"))));

    @ParameterizedTest
    @CsvSource({
        "maths physics, MET",
        "physics art, MET",
        "maths physics art, MET",
        "maths, NOT_MET",
        "maths music, NOT_MET"
    })
    void takesSoManyOfThem(String held, Standing expected) {
        assertThat(standing(TWO_OF_THREE, held)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "maths physics art, MET",
        "maths physics music, MET",
        "maths physics, NOT_MET",
        "maths art music, NOT_MET"
    })
    void takesTheWholeCoreAndSomeOfTheElectives(String held, Standing expected) {
        assertThat(standing(CORE_AND_ELECTIVES, held)).isEqualTo(expected);
    }

    @Test
    void tellsWhichComponentsAreHeldAndWhichAreMissing() {
        Finding finding = finding(TWO_OF_THREE, held("maths", "5"));

        assertThat(reasons(finding))
                .containsExactly(
                        "1 of 3 parts are met, 2 needed.",
                        "The credential for “maths” is held and valid.",
                        "No credential for “physics” is held.",
                        "No credential for “art” is held.");
        assertThat(next(finding))
                .containsExactly(
                        "Earn “physics”, or show a valid credential for it.",
                        "Earn “art”, or show a valid credential for it.");
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED_IN_ERROR, it was issued in error",
        "AWARD_WITHDRAWN, its award was withdrawn",
        "MISCONDUCT, misconduct was found",
        "HOLDER_REQUEST, its holder asked for it"
    })
    void tellsWhyAComponentWasLost(RevocationReason reason, String said) {
        Finding finding = finding(holds("maths"), held("maths", "5"), lost("maths", reason));

        assertThat(reasons(finding)).containsExactly("The credential for “maths” was revoked: " + said + ".");
    }

    @Test
    void tellsThatAComponentWasLostThoughNobodySaysWhy() {
        assertThat(reasons(finding(holds("maths"), held("maths", "5"), lost("maths", null))))
                .containsExactly("The credential for “maths” was revoked.");
    }

    @Test
    void takesTheLossOfACredentialThatIsNotKnownYet() {
        assertThat(finding(holds("maths"), lost("maths", RevocationReason.MISCONDUCT))
                        .standing())
                .isEqualTo(NOT_MET);
    }

    @Test
    void takesTheNextCredentialOfAComponentThatWasLost() {
        Fact again = new Fact.Held("again", "maths", null, "maths-2", day(9), null, null);

        assertThat(finding(holds("maths"), held("maths", "5"), lost("maths", null), again)
                        .standing())
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource({"5, 5, MET", "7.25, 2.75, MET", "5, 4.99, NOT_MET", "10, 0, MET"})
    void addsTheCreditsThatTheHeldVersionsState(String maths, String physics, Standing expected) {
        assertThat(finding(TEN_CREDITS, held("maths", maths), held("physics", physics))
                        .standing())
                .isEqualTo(expected);
    }

    @Test
    void countsForAnotherIssuersCredentialWhatTheRuleSays() {
        Fact foreign = new Fact.Held("f", FOREIGN, ELSEWHERE, "urn:credential", day(1), null, new BigDecimal("60"));

        Finding finding = finding(TEN_CREDITS, held("maths", "5"), foreign);

        assertThat(reasons(finding))
                .containsExactly(
                        "Credentials that are held count 7.5 ECTS credits so far; 10 are required.",
                        "“maths” is held: 5 credits.",
                        "No credential for “physics” is held.",
                        "“https://elsewhere.example/achievements/ethics” is held: 2.5 credits.");
        assertThat(next(finding))
                .containsExactly("Reach 2.5 more ECTS credits.", "Earn “physics”, or show a valid credential for it.");
    }

    @Test
    void countsAnAchievementOnceThoughItWasAwardedTwice() {
        Fact again = new Fact.Held("again", "maths", null, "maths-2", day(9), null, new BigDecimal("6"));

        Finding finding = finding(TEN_CREDITS, held("maths", "5"), again);

        assertThat(finding.standing()).isEqualTo(NOT_MET);
        assertThat(reasons(finding)).contains("“maths” is held: 6 credits.");
    }

    @Test
    void countsNoCredentialThatWasRevokedOrHasExpired() {
        Fact expired = new Fact.Held("p", "physics", null, "physics-1", day(1), day(50), new BigDecimal("5"));

        Finding finding = finding(TEN_CREDITS, held("maths", "5"), lost("maths", RevocationReason.MISCONDUCT), expired);

        assertThat(reasons(finding))
                .startsWith(
                        "Credentials that are held count 0 ECTS credits so far; 10 are required.",
                        "The credential for “maths” was revoked: misconduct was found.",
                        "The credential for “physics” has expired.");
    }

    @Test
    void countsAsNothingWhatStatesNoCreditsAndSaysSo() {
        assertThat(reasons(finding(TEN_CREDITS, held("maths", null))))
                .contains("“maths” is held, but the version that is held states no credits: it counts as nothing.");
    }

    @Test
    void restsOnTheCredentialsThatCount() {
        assertThat(finding(TEN_CREDITS, held("maths", "5"), held("physics", "5"))
                        .facts())
                .containsExactly("maths", "physics");
    }

    @Test
    void tellsNeitherMoreThanIsThereNorLessThanIsLacking() {
        Finding finding = finding(TEN_CREDITS, held("maths", "9.99999"));

        assertThat(reasons(finding).getFirst())
                .isEqualTo("Credentials that are held count 9.999 ECTS credits so far; 10 are required.");
        assertThat(next(finding).getFirst()).isEqualTo("Reach 0.001 more ECTS credits.");
    }

    private static List<String> reasons(Finding finding) {
        Words words = Words.in("en");
        return Stream.concat(Stream.of(finding), finding.parts().stream())
                .map(Finding::reason)
                .map(words::say)
                .toList();
    }

    private static Rule.Credits.Counted counts(String achievement) {
        return new Rule.Credits.Counted(achievement, null, null);
    }

    private static Standing standing(Rule rule, String held) {
        Fact[] facts = Stream.of(held.split(" ")).map(name -> held(name, null)).toArray(Fact[]::new);
        return finding(rule, facts).standing();
    }

    private static Finding finding(Rule rule, Fact... facts) {
        return FactFixtures.finding(null, rule, facts);
    }

    private static Fact held(String achievement, @Nullable String ects) {
        Instant from = day(1);
        BigDecimal credits = ects == null ? null : new BigDecimal(ects);
        return new Fact.Held(achievement, achievement, null, achievement + "-1", from, null, credits);
    }

    private static Fact lost(String achievement, @Nullable RevocationReason reason) {
        return new Fact.Lost(achievement + "-lost", achievement + "-1", day(3), reason);
    }
}
