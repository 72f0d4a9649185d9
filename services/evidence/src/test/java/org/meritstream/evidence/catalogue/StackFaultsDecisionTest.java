package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.achievement;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.worth;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;

/** What publication refuses of an achievement that is earned by holding others. */
class StackFaultsDecisionTest {
    private static final Rule PLAIN = share(ESSAY, "0.6", CountingAttempt.BEST);

    private final Map<String, Set<String>> asks = new HashMap<>();
    private final Map<String, Version> published = new HashMap<>();

    @Test
    void publishesAStackOfWhatIsPublished() {
        given("maths", "5");
        given("physics", "5");

        assertThat(publish("science", holds("maths", "physics"))).isInstanceOf(Publication.Publish.class);
    }

    @Test
    void namesThePlaceOfEveryComponentThatIsNotPublished() {
        given("maths", "5");
        Rule core = new Rule.All(List.of(new Rule.Credential("maths", null), new Rule.Credential("phyics", null)));

        assertThat(faults("science", PLAIN, core, credits("1", "chemistry")))
                .containsExactly(
                        new Fault(
                                "/criteria/1/rule/of/1/achievement",
                                "is the id of an achievement of this tenant that is published already"),
                        new Fault(
                                "/criteria/2/rule/of/0/achievement",
                                "is the id of an achievement of this tenant that is published already"));
    }

    @Test
    void leavesComponentsOfOtherIssuersToTheirVerification() {
        Rule foreign =
                new Rule.Credential("https://elsewhere.example/achievements/ethics", "did:web:elsewhere.example");

        assertThat(faults("science", foreign)).isEmpty();
    }

    @Test
    void refusesWhatIsEarnedByItself() {
        given("science", "5");

        assertThat(faults("science", new Rule.Credential("science", null)))
                .containsExactly(new Fault("/criteria/0/rule/achievement", "closes a circle: science, by science"));
    }

    @Test
    void refusesACircleOverSeveralAchievements() {
        given("maths", "5");
        given("science", "5", "maths");
        given("degree", "5", "science", "art");

        assertThat(faults("maths", new Rule.Any(List.of(PLAIN, new Rule.Credential("degree", null)))))
                .containsExactly(new Fault(
                        "/criteria/0/rule/of/1/achievement",
                        "closes a circle: maths, by degree, by science, by maths"));
    }

    @Test
    void refusesACircleThroughAnOlderVersion() {
        given("science", "5", "maths");
        given("science", "5", "physics");
        given("maths", "5");
        given("physics", "5");

        assertThat(faults("maths", new Rule.Credential("science", null))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void publishesStacksWithinStacks(int deep) {
        chain(deep);

        assertThat(faults("top", new Rule.Credential("a" + (deep - 1), null))).isEmpty();
    }

    @Test
    void refusesStacksWithinStacksThatNobodySeesThrough() {
        chain(9);

        assertThat(faults("top", new Rule.Credential("a8", null)))
                .containsExactly(new Fault("/criteria/0/rule/achievement", "lies deeper than 8 stacks within stacks"));
    }

    @Test
    void countsTheStacksAboveAComponentToo() {
        chain(7);
        given("b0", "5");
        given("b1", "5", "b0");
        given("b2", "5", "b1");

        assertThat(faults("a0", new Rule.Credential("b1", null))).isEmpty();
        assertThat(faults("a0", new Rule.Credential("b2", null)))
                .extracting(Fault::detail)
                .containsExactly("lies deeper than 8 stacks within stacks");
    }

    @Test
    void endsThoughACircleWasPublishedOnce() {
        given("chicken", "5", "egg");
        given("egg", "5", "chicken");

        assertThat(faults("farm", new Rule.Credential("egg", null)))
                .extracting(Fault::detail)
                .containsExactly("lies deeper than 8 stacks within stacks");
    }

    @Test
    void refusesToCountWhatStatesNoCredits() {
        given("maths", "5");
        given("club", null);

        assertThat(faults("science", credits("5", "maths", "club")))
                .containsExactly(new Fault(
                        "/criteria/0/rule/of/1/achievement",
                        "is an achievement whose newest version states ECTS credits"));
    }

    @Test
    void refusesMoreCreditsThanThereAre() {
        given("maths", "5");
        given("physics", "2.5");

        assertThat(faults("science", credits("7.5", "maths", "physics"))).isEmpty();
        assertThat(faults("science", credits("7.51", "maths", "physics")))
                .containsExactly(
                        new Fault("/criteria/0/rule/least", "is at most what all of these count together: 7.5"));
    }

    @Test
    void wantsANumberForAnotherIssuersCreditsAndForNoOwnOnes() {
        given("maths", "5");
        Rule rule = new Rule.Credits(
                BigDecimal.ONE,
                List.of(
                        new Rule.Credits.Counted("maths", null, BigDecimal.ONE),
                        new Rule.Credits.Counted("https://elsewhere.example/a", "did:web:elsewhere.example", null)));

        assertThat(faults("science", rule))
                .extracting(Fault::pointer)
                .containsExactly("/criteria/0/rule/of/0/ects", "/criteria/0/rule/of/1/ects");
    }

    @Test
    void refusesToCountAnAchievementTwice() {
        given("maths", "5");

        assertThat(faults("science", credits("5", "maths", "maths")))
                .extracting(Fault::pointer)
                .containsExactly("/criteria/0/rule/of/1/achievement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "600.1", "0.0000000000001"})
    void refusesANumberOfCreditsThatIsNone(String least) {
        given("maths", "500");
        given("physics", "500");

        assertThat(faults("science", credits(least, "maths", "physics")))
                .extracting(Fault::pointer)
                .containsExactly("/criteria/0/rule/least");
    }

    /** a0 is plain, a1 is earned by it, and so on. */
    private void chain(int length) {
        given("a0", "5");
        IntStream.range(1, length).forEach(i -> given("a" + i, "5", "a" + (i - 1)));
    }

    private void given(String name, @Nullable String ects, String... components) {
        asks.computeIfAbsent(name, n -> new HashSet<>()).addAll(List.of(components));
        Rule rule = components.length == 0 ? PLAIN : holds(components);
        AchievementPublished version = called(name, achievement(AwardRule.ALL, rule));
        published.put(name, Version.of(ects == null ? version : worth(ects, version)));
    }

    private static Rule holds(String... components) {
        return new Rule.All(Stream.of(components)
                .<Rule>map(name -> new Rule.Credential(name, null))
                .toList());
    }

    private static Rule credits(String least, String... components) {
        return new Rule.Credits(
                new BigDecimal(least),
                Stream.of(components)
                        .map(name -> new Rule.Credits.Counted(name, null, null))
                        .toList());
    }

    private List<Fault> faults(String name, Rule... rules) {
        return publish(name, rules) instanceof Publication.Faulty faulty ? faulty.faults() : List.of();
    }

    private Publication publish(String name, Rule... rules) {
        Achievement definition = achievement(AwardRule.ALL, rules).definition();
        int last = published.containsKey(name) ? 1 : 0;
        return PublishDecision.decide(
                new PublishAchievement(NORTHGATE, name, last + 1, definition),
                last,
                new Surroundings(asks, published),
                MORNING);
    }
}
