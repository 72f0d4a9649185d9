package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** A template comes to the very bytes of the full way, or says that it can not tell. */
class TemplatesTest {
    /** Every build of CI takes all of them, which is minutes; the full way is slow. */
    private static final int LEARNERS = System.getenv("CI") == null ? 10_000 : 100_000;

    private static final int ATTACKS = 20_000;

    /** How many of the learners are hostile. */
    private static final double HOSTILE = 0.035;

    private static final int TWINS = 16;

    /** Another one each time; {@code -Dmeritstream.seed=N} repeats a run. */
    private static final long SEED = Long.getLong("meritstream.seed", System.nanoTime() % 1_000_000);

    private final Map<Event, Integer> told = new ConcurrentHashMap<>();
    private final Templates templates = templates(document -> List.of());

    /** Names of every script, and some learners among them who mean harm. Whoever means none is never refused. */
    @Test
    void comesToTheBytesOfTheFullWayForEveryLearner() {
        Comparison learners = Comparison.of(SEED, LEARNERS, HOSTILE);

        assertThat(learners.compared()).isEqualTo(LEARNERS);
        assertThat(learners.differing()).as("seed %d", SEED).isEmpty();
        assertThat(learners.refusedThoughBenign()).as("seed %d", SEED).isZero();
        assertThat(learners.refusedThenInFull()).isPositive().isEqualTo(learners.count(Event.REFUSED));
        assertThat(learners.hostile()).isBetween(LEARNERS / 50L, LEARNERS / 20L);
        assertThat(learners.count(Event.SPLICED)).as(learners.told()).isGreaterThan(LEARNERS / 2);
    }

    @Test
    void givesUpOrComesToTheSameBytesWhereValuesAreHostile() {
        Comparison attacks = Comparison.of(SEED, ATTACKS, 1);

        assertThat(attacks.compared()).isEqualTo(ATTACKS).isEqualTo(attacks.hostile());
        assertThat(attacks.differing()).as("seed %d", SEED).isEmpty();
        assertThat(attacks.refusedThenInFull()).isPositive().isEqualTo(attacks.count(Event.REFUSED));
        assertThat(attacks.count(Event.SPLICED)).as(attacks.told()).isPositive();
    }

    /** Two results of one value: by their own quads they are the same, and which comes first is decided by the alignments behind them. */
    @Test
    void givesUpWhereTwoBlankNodesHaveOneHash() {
        for (int shape = 0; shape < TWINS; shape++) {
            bytes(new Twins(shape, "1", "2"));
        }

        for (int shape = 0; shape < TWINS; shape++) {
            Twins twins = new Twins(shape, "3", "3");
            assertThat(bytes(twins)).isEqualTo(SignedFixture.SUITE.canonical(text(twins)));
        }
        assertThat(count(Event.SPLICED)).isZero();
        assertThat(count(Event.REFUSED)).isEqualTo(TWINS);
    }

    @Test
    void givesUpWhereASubjectBecomesOneWithAnother() {
        bytes(credential("One"));

        FixtureCredential clash =
                new FixtureCredential("http://localhost:8080/achievements/northgate.data-literacy/1", "Two");
        assertThat(bytes(clash)).isEqualTo(SignedFixture.SUITE.canonical(text(clash)));
        assertThat(count(Event.REFUSED)).isEqualTo(1);
    }

    @Test
    void writesTheTextThatTheCompositionWrites() {
        templates.draft(credential("One")).canonical();

        assertThat(templates.draft(credential("Åse \\ O'Hara")).document())
                .isEqualTo(text(credential("Åse \\ O'Hara")));
    }

    @Test
    void checksTheFirstOfAShapeAndNoneThatIsSpliced() {
        List<String> checked = new ArrayList<>();
        Templates checking = templates(document -> {
            checked.add(document);
            return List.of();
        });

        checking.draft(credential("One")).canonical();
        checking.draft(credential("Two")).canonical();

        assertThat(checked).containsExactly(text(credential("One")));
    }

    @Test
    void makesNoTemplateOfWhatTheCheckRefuses() {
        Templates refusing = templates(document -> List.of("/name breaks type"));

        assertThat(refusing.draft(credential("One")).canonical()).isInstanceOf(Outcome.Broken.class);
        assertThat(refusing.draft(credential("Two")).canonical()).isInstanceOf(Outcome.Broken.class);
        assertThat(count(Event.SPLICED)).isZero();
    }

    @Test
    void refusesWhatAProofWouldNotCover() {
        templates.draft(credential("One")).canonical();
        Draft relative = templates.draft(new FixtureCredential("credentials/1", "Two"));

        assertThatThrownBy(relative::canonical).isInstanceOf(UnsafeDocument.class);
    }

    @Test
    void makesNoTemplateWhereAPlaceholderStandsInTheTextItself() {
        Composition marked = new FixtureCredential("One") {
            @Override
            public String text(List<String> others) {
                return super.text(others).replace("Data Literacy", Template.PLACEHOLDER + "0");
            }
        };

        bytes(marked);
        bytes(marked);

        assertThat(count(Event.UNFIT)).isEqualTo(1);
        assertThat(count(Event.SPLICED)).isZero();
    }

    private static FixtureCredential credential(String name) {
        return new FixtureCredential(name);
    }

    private static String text(Composition composition) {
        return composition.text(composition.values().stream().map(Value::text).toList());
    }

    private Templates templates(Function<String, List<String>> check) {
        return new Templates(SignedFixture.SUITE::canonical, check, this::happened);
    }

    private byte[] bytes(Composition composition) {
        return canonical(templates.draft(composition).canonical()).getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Canonical canonical -> utf8(canonical.bytes());
            case Outcome.Broken broken -> throw new AssertionError("broken: " + broken.violations());
        };
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void happened(Event event) {
        told.merge(event, 1, Integer::sum);
    }

    private int count(Event event) {
        return told.getOrDefault(event, 0);
    }
}
