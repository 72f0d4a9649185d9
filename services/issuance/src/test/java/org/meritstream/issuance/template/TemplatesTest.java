package org.meritstream.issuance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** A template comes to the very bytes of the full canonicalization, or says that it can not tell. */
class TemplatesTest {
    /** Every build of CI takes all of them, which is minutes; the full way is slow. */
    private static final int LEARNERS = System.getenv("CI") == null ? 10_000 : 100_000;

    private static final int ATTACKS = 20_000;

    private final Map<Event, Integer> told = new ConcurrentHashMap<>();
    private final Templates templates = templates(document -> List.of());

    @Test
    void comesToTheBytesOfTheFullWayForEveryLearner() {
        long differing = compare(LEARNERS, 0);

        System.out.println("templates for " + LEARNERS + " learners: " + told);
        assertThat(differing).isZero();
        assertThat(count(Event.SPLICED)).as("%s", told).isGreaterThan(LEARNERS / 2);
    }

    @Test
    void givesUpOrComesToTheSameBytesWhereValuesAreHostile() {
        long differing = compare(ATTACKS, 0.15);

        System.out.println("templates against hostile values: " + told);
        assertThat(differing).isZero();
        assertThat(count(Event.SPLICED)).as("%s", told).isPositive();
        assertThat(count(Event.REFUSED)).as("%s", told).isPositive();
    }

    @Test
    void checksTheFirstOfAShapeAndNoneThatIsSpliced() {
        List<String> checked = new ArrayList<>();
        Templates checking = templates(document -> {
            checked.add(document);
            return List.of();
        });

        checking.canonical(credential("One"));
        checking.canonical(credential("Two"));

        assertThat(checked).containsExactly(credential("One"));
    }

    @Test
    void makesNoTemplateOfWhatTheCheckRefuses() {
        Templates refusing = templates(document -> List.of("/name breaks type"));

        assertThat(refusing.canonical(credential("One"))).isInstanceOf(Outcome.Broken.class);
        assertThat(refusing.canonical(credential("Two"))).isInstanceOf(Outcome.Broken.class);
        assertThat(count(Event.SPLICED)).isZero();
    }

    @Test
    void refusesWhatAProofWouldNotCover() {
        templates.canonical(credential("One"));
        String relative = credential("Two").replace("http://localhost:8080/credentials/", "credentials/");

        assertThatThrownBy(() -> templates.canonical(relative)).isInstanceOf(UnsafeDocument.class);
    }

    @Test
    void takesTheFullWayOnceInAThousandTimes() {
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            templates.canonical(credential("Learner " + n));
        }

        assertThat(count(Event.RECHECKED)).isEqualTo(1);
        assertThat(count(Event.DIFFERED)).isZero();
    }

    @Test
    void dropsATemplateThatTurnsOutToDiffer() {
        AtomicInteger asked = new AtomicInteger();
        // The first two passes make the template; from then on the full way says something else.
        Templates broken = new Templates(
                Slots.ofCredentials(),
                document -> asked.incrementAndGet() <= 2
                        ? SignedFixture.SUITE.canonical(document)
                        : document.getBytes(StandardCharsets.UTF_8),
                document -> List.of(),
                this::happened);
        for (int n = 0; n <= Templates.RECHECKED; n++) {
            broken.canonical(credential("Learner " + n));
        }

        assertThat(count(Event.DIFFERED)).isEqualTo(1);
        assertThat(broken.canonical(credential("Next")))
                .isInstanceOfSatisfying(
                        Outcome.Canonical.class,
                        canonical -> assertThat(canonical.bytes())
                                .isEqualTo(credential("Next").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void makesNoTemplateWhereAPlaceholderStandsInTheTextItself() {
        String marked = credential("One").replace("Data Literacy", Shape.PLACEHOLDER + "0");

        templates.canonical(marked);
        templates.canonical(marked);

        assertThat(count(Event.UNFIT)).isEqualTo(1);
        assertThat(count(Event.SPLICED)).isZero();
    }

    @Test
    void readsNoQuadInWhichAPlaceholderIsPartOfAWord() {
        List<SlotKind> one = List.of(SlotKind.TEXT);

        assertThat(read("_:c14n0 <urn:p> \"urn:meritstream:slot:0\" .", one)).isPresent();
        assertThat(read("_:c14n0 <urn:p> \"urn:meritstream:slot:1\" .", one)).isEmpty();
        assertThat(read("_:c14n0 <urn:p> \"see urn:meritstream:slot:0\" .", one))
                .isEmpty();
        assertThat(read("_:c14n0 <urn:p> <urn:meritstream:slot:0> .", one)).isEmpty();
        assertThat(read("_:c14n0 <urn:meritstream:slot:0> \"x\" .", one)).isEmpty();
    }

    private static Optional<Quad> read(String line, List<SlotKind> kinds) {
        return Quad.read(line, kinds);
    }

    private static String credential(String name) {
        return SignedFixture.document().replace("Amina Yilmaz", name);
    }

    private Templates templates(java.util.function.Function<String, List<String>> check) {
        return new Templates(Slots.ofCredentials(), SignedFixture.SUITE::canonical, check, this::happened);
    }

    /** How many of so many credentials come to other bytes than in full, or are refused by one way alone. */
    private long compare(int credentials, double hostile) {
        ConcurrentLinkedQueue<Long> differing = new ConcurrentLinkedQueue<>();
        AtomicLong done = new AtomicLong();
        LongStream.range(0, credentials).parallel().forEach(number -> {
            String document = RandomCredentials.credential(number, hostile);
            if (!by(() -> spliced(document)).equals(by(() -> SignedFixture.SUITE.canonical(document)))) {
                differing.add(number);
            }
            done.incrementAndGet();
        });
        assertThat(done.get()).isEqualTo(credentials);
        differing.stream().limit(5).forEach(number -> System.out.println("differs: credential " + number));
        return differing.size();
    }

    private byte[] spliced(String document) {
        return switch (templates.canonical(document)) {
            case Outcome.Canonical canonical -> canonical.bytes();
            case Outcome.Broken broken -> throw new AssertionError("nothing is checked here");
        };
    }

    /** The canonical text, or that there is none. */
    private static String by(java.util.function.Supplier<byte[]> way) {
        try {
            return new String(way.get(), StandardCharsets.UTF_8);
        } catch (UnsafeDocument e) {
            return "unsafe";
        }
    }

    private void happened(Event event) {
        told.merge(event, 1, Integer::sum);
    }

    private int count(Event event) {
        return told.getOrDefault(event, 0);
    }
}
