package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** One in a thousand is taken the full way all the same, and what comes out otherwise is the end of its template. */
class RecheckTest {
    private final Map<Event, Integer> told = new ConcurrentHashMap<>();
    private final Templates templates = templates(document -> List.of());

    @Test
    void takesTheFullWayOnceInAThousandTimes() {
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            templates.draft(new FixtureCredential("Learner " + n)).canonical();
        }

        assertThat(count(Event.RECHECKED)).isEqualTo(1);
        assertThat(count(Event.DIFFERED)).isZero();
    }

    @Test
    void withdrawsATemplateWhoseQuadsTurnOutToDiffer() {
        AtomicInteger asked = new AtomicInteger();
        // The first two passes make the template; from then on the full way says something else.
        Templates broken = new Templates(
                document -> asked.incrementAndGet() <= 2
                        ? SignedFixture.SUITE.canonical(document)
                        : document.getBytes(StandardCharsets.UTF_8),
                document -> List.of(),
                this::happened);
        Outcome last = new Outcome.Broken(List.of());
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            last = broken.draft(new FixtureCredential("Learner " + n)).canonical();
        }

        assertThat(count(Event.DIFFERED)).isEqualTo(1);
        assertThat(canonical(last)).isEqualTo(text(new FixtureCredential("Learner " + Templates.RECHECKED)));
        assertThat(canonical(broken.draft(new FixtureCredential("Next")).canonical()))
                .isEqualTo(text(new FixtureCredential("Next")));
    }

    @Test
    void withdrawsATemplateWhoseTextTurnsOutToDiffer() {
        AtomicInteger written = new AtomicInteger();
        Draft last = templates.draft(new Changing("Learner", written));
        last.canonical();
        for (int n = 1; n <= Templates.RECHECKED; n++) {
            last = templates.draft(new Changing("Learner", written));
        }

        assertThat(last.document()).contains("another text");
        assertThat(count(Event.DIFFERED)).isEqualTo(1);
    }

    /** As many other shapes come by as are kept: whoever remembers it among those has forgotten it. */
    @Test
    void makesNoTemplateAgainOfAShapeWhoseTemplateDiffered() {
        AtomicInteger written = new AtomicInteger();
        templates.draft(new Changing("Learner", written)).canonical();
        for (int n = 1; n <= Templates.RECHECKED; n++) {
            templates.draft(new Changing("Learner", written));
        }
        assertThat(count(Event.DIFFERED)).isEqualTo(1);

        for (int other = 0; other <= Templates.KEPT; other++) {
            templates.draft(new Shaped(other)).canonical();
        }
        told.clear();
        templates.draft(new FixtureCredential("Next")).canonical();
        templates.draft(new FixtureCredential("Over Next")).canonical();

        assertThat(told).isEqualTo(Map.of(Event.UNFIT, 2));
    }

    /** It was drafted while its shape had a template still. */
    @Test
    void splicesNothingOnceItsTemplateIsWithdrawn() {
        AtomicInteger written = new AtomicInteger();
        templates.draft(new Changing("Learner", written)).canonical();
        Draft before = templates.draft(new Changing("Learner", written));
        for (int n = 2; n <= Templates.RECHECKED; n++) {
            templates.draft(new Changing("Learner", written));
        }
        told.clear();

        before.canonical();

        assertThat(told).isEqualTo(Map.of(Event.UNFIT, 1));
    }

    @Test
    void checksWhatIsRecheckedAsTheFullWayDoes() {
        List<String> checked = new ArrayList<>();
        Templates checking = templates(document -> {
            checked.add(document);
            return List.of();
        });
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            checking.draft(new FixtureCredential("Learner " + n)).canonical();
        }

        assertThat(checked)
                .containsExactly(
                        text(new FixtureCredential("Learner 0")),
                        text(new FixtureCredential("Learner " + Templates.RECHECKED)));
    }

    @Test
    void signsNothingThatTheCheckRefusesOnRecheckingAndWithdrawsItsTemplate() {
        Templates refusing = templates(document ->
                document.contains("Learner " + Templates.RECHECKED) ? List.of("/name breaks type") : List.of());
        Outcome last = new Outcome.Broken(List.of());
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            last = refusing.draft(new FixtureCredential("Learner " + n)).canonical();
        }

        assertThat(last).isEqualTo(new Outcome.Broken(List.of("/name breaks type")));
        assertThat(count(Event.DIFFERED)).isEqualTo(1);
        told.clear();
        refusing.draft(new FixtureCredential("Next")).canonical();
        assertThat(told).isEqualTo(Map.of(Event.UNFIT, 1));
    }

    /** Of the same text, and of a shape of its own. */
    private static final class Shaped extends FixtureCredential {
        private final int number;

        Shaped(int number) {
            super("Other");
            this.number = number;
        }

        @Override
        public Object shape() {
            return number;
        }
    }

    /** Its text comes to depend on something that is neither shape nor value. */
    private static final class Changing extends FixtureCredential {
        private final AtomicInteger written;

        Changing(String name, AtomicInteger written) {
            super(name);
            this.written = written;
        }

        @Override
        public String text(List<String> others) {
            // Written once for itself, twice for its template, and once more when it is rechecked.
            return written.incrementAndGet() <= 3
                    ? super.text(others)
                    : super.text(others).replace("Data Literacy", "another text");
        }
    }

    private static String text(Composition composition) {
        return composition.text(composition.values().stream().map(Value::text).toList());
    }

    private Templates templates(Function<String, List<String>> check) {
        return new Templates(SignedFixture.SUITE::canonical, check, this::happened);
    }

    private static String canonical(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Canonical canonical -> new String(canonical.bytes(), StandardCharsets.UTF_8);
            case Outcome.Broken broken -> throw new AssertionError("broken: " + broken.violations());
        };
    }

    private void happened(Event event) {
        told.merge(event, 1, Integer::sum);
    }

    private int count(Event event) {
        return told.getOrDefault(event, 0);
    }
}
