package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.UnsafeDocument;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** What credentials have in common is told apart from what is their own: a template filled with one's own is that credential. */
class CredentialCompositionTest {
    private static final int LEARNERS = 3_000;
    private static final int JUDGED = 300;

    /** One in so many learners is. */
    private static final int HOSTILE = 25;

    private static final OfficialSchema SCHEMA = new OfficialSchema();

    private final Map<Event, Integer> told = new ConcurrentHashMap<>();
    private final Templates templates = new Templates(
            SignedFixture.SUITE::canonical, SCHEMA::violations, event -> told.merge(event, 1, Integer::sum));

    /** Production's own parts, with levels, evidence, credentials that end; and some of whoever means harm, whom the schema is asked about, too. */
    @Test
    void isWrittenAndCanonicalizedByItsTemplateAsItIsInFull() {
        AtomicInteger hostile = new AtomicInteger();
        long began = System.nanoTime();
        IntStream.range(0, LEARNERS).parallel().forEach(n -> {
            boolean harm = n % HOSTILE == 0;
            CredentialComposition credential = RandomAwards.credential(new Random(n), harm);
            Draft draft = templates.draft(credential);
            hostile.addAndGet(harm ? 1 : 0);

            assertThat(draft.document()).as("learner %d", n).isEqualTo(credential.text());
            assertThat(orUnsafe(() -> canonical(draft)))
                    .as("learner %d", n)
                    .isEqualTo(orUnsafe(() -> harm ? inFull(credential.text()) : full(credential.text())));
        });

        System.out.printf(
                "credentials of %d learners, %d of them hostile, %.1f s: %s%n",
                LEARNERS, hostile.get(), (System.nanoTime() - began) / 1e9, told);
        assertThat(told.get(Event.SPLICED)).isGreaterThan(LEARNERS / 2);
        assertThat(told.get(Event.REFUSED)).isPositive().isLessThanOrEqualTo(hostile.get());
    }

    /** Nobody who means no harm is refused: the template is what a graduation waits for. */
    @Test
    void refusesNoneOfTheBenign() {
        IntStream.range(0, JUDGED)
                .forEach(n -> canonical(templates.draft(RandomAwards.credential(new Random(n), false))));

        assertThat(told).doesNotContainKey(Event.REFUSED);
    }

    /** What a template admits breaks no schema, which is why only the first of a shape is asked. */
    @Test
    void passesTheOfficialSchemaWhateverItsValues() {
        IntStream.range(0, JUDGED)
                .forEach(n -> assertThat(SCHEMA.violations(
                                RandomAwards.credential(new Random(n), false).text()))
                        .as("learner %d", n)
                        .isEmpty());
    }

    /** Whoever leaves the second entry out has a credential that 1EdTech's own schema passes: it deviates in nothing else. */
    @Test
    void passesTheOfficialSchemaOnceTheSecondEntryIsLeftOut() {
        List<String> documents = IntStream.range(0, JUDGED)
                .mapToObj(n -> RandomAwards.credential(new Random(n), false).text())
                .filter(document -> document.contains(StatusEntries.TWO))
                .toList();

        assertThat(documents).hasSizeGreaterThan(JUDGED / 4);
        documents.forEach(document -> {
            assertThat(SCHEMA.violations(document, OfficialSchema.Part.ACHIEVEMENT))
                    .isNotEmpty();
            assertThat(SCHEMA.violations(folded(document), OfficialSchema.Part.ACHIEVEMENT))
                    .isEmpty();
        });
    }

    private static String folded(String document) {
        ObjectNode tree = (ObjectNode) CredentialPage.tree(document);
        return tree.set("credentialStatus", StatusEntries.revocation(tree)).toString();
    }

    @Test
    void hasTwoEntriesOfOneIndexInTwoListsWhereItMayBeSuspended() {
        JsonNode entries = StatusEntries.of(Fixtures.NORTHGATE, new StatusEntry("northgate-1", 7), true);

        assertThat(entries)
                .extracting(entry -> entry.path("statusListIndex").asText())
                .containsExactly("7", "7");
        assertThat(entries)
                .extracting(entry -> entry.path("statusPurpose").asText())
                .containsExactly("revocation", "suspension");
        assertThat(entries)
                .extracting(entry -> entry.path("statusListCredential").asText())
                .containsExactly(
                        "http://localhost:8080/status/northgate-1",
                        "http://localhost:8080/status/northgate-1-suspension");
        assertThat(entries).extracting(entry -> entry.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void sharesItsShapeWithAnotherLearnerOfTheSameStanding() {
        Holder other = new Holder("Li Wei", "li@northgate.example", "beefcafe");

        assertThat(fixture(other, 7).shape())
                .isEqualTo(fixture(new Holder("Amina Yilmaz", "amina@northgate.example", "f00dfeed"), 8)
                        .shape());
    }

    @Test
    void isOfAnotherShapeWhereTheEmailIsNotKnown() {
        assertThat(fixture(new Holder("Li Wei", null, "beefcafe"), 7).shape())
                .isNotEqualTo(fixture(new Holder("Li Wei", "li@northgate.example", "beefcafe"), 7)
                        .shape());
    }

    private static String canonical(Draft draft) {
        return switch (draft.canonical()) {
            case Outcome.Canonical canonical -> new String(canonical.bytes(), StandardCharsets.UTF_8);
            case Outcome.Broken(List<String> violations) -> String.join(", ", violations);
        };
    }

    private static String inFull(String document) {
        List<String> violations = SCHEMA.violations(document);
        return violations.isEmpty() ? full(document) : String.join(", ", violations);
    }

    private static String orUnsafe(Supplier<String> way) {
        try {
            return way.get();
        } catch (UnsafeDocument e) {
            return "unsafe";
        }
    }

    private static String full(String document) {
        return new String(SignedFixture.SUITE.canonical(document), StandardCharsets.UTF_8);
    }

    private static CredentialComposition fixture(Holder holder, int index) {
        return CredentialComposition.of(
                UUID.randomUUID(),
                Fixtures.NORTHGATE,
                Fixtures.dataLiteracy().definition(),
                new AchievementCredential.Award(Fixtures.conferred(), holder, new StatusEntry("northgate-1", index)));
    }
}
