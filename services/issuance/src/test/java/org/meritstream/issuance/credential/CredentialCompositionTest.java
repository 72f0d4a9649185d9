package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.Score;
import org.meritstream.events.StatusProfile;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.status.StatusEntry;
import org.meritstream.issuance.template.Draft;
import org.meritstream.issuance.template.Templates;
import org.meritstream.issuance.template.Templates.Event;
import org.meritstream.issuance.template.Templates.Outcome;

/** What credentials have in common is told apart from what is their own: a template filled with one's own is that credential. */
class CredentialCompositionTest {
    private static final int LEARNERS = 3_000;
    private static final List<String> NAMES = List.of(
            "Amina Yilmaz",
            "Åse \"Ås\" O'Hara",
            "back\\slash",
            "\u0645\u0631\u062d\u0628\u0627",
            "\ud83d\ude00",
            "",
            "87.5");
    private static final OfficialSchema SCHEMA = new OfficialSchema();

    private final Map<Event, Integer> told = new ConcurrentHashMap<>();
    private final Templates templates = new Templates(
            SignedFixture.SUITE::canonical, SCHEMA::violations, event -> told.merge(event, 1, Integer::sum));

    @Test
    void isWrittenAndCanonicalizedByItsTemplateAsItIsInFull() {
        IntStream.range(0, LEARNERS).forEach(n -> {
            CredentialComposition credential = random(new Random(n));
            Draft draft = templates.draft(credential);

            assertThat(draft.document()).as("learner %d", n).isEqualTo(credential.text());
            assertThat(canonical(draft)).as("learner %d", n).isEqualTo(full(credential.text()));
        });

        System.out.println("credentials of " + LEARNERS + " learners: " + told);
        assertThat(told.get(Event.SPLICED)).isGreaterThan(LEARNERS / 2);
    }

    /** What a template admits breaks no schema, which is why only the first of a shape is asked. */
    @Test
    void passesTheOfficialSchemaWhateverItsValues() {
        IntStream.range(0, LEARNERS / 10)
                .forEach(n -> assertThat(SCHEMA.violations(random(new Random(n)).text()))
                        .as("learner %d", n)
                        .isEmpty());
    }

    /** Whoever leaves the second entry out has a credential that 1EdTech's own schema passes: it deviates in nothing else. */
    @Test
    void passesTheOfficialSchemaOnceTheSecondEntryIsLeftOut() {
        List<String> documents = IntStream.range(0, LEARNERS / 10)
                .mapToObj(n -> random(new Random(n)).text())
                .filter(document -> document.contains(StatusEntries.TWO))
                .toList();

        assertThat(documents).hasSizeGreaterThan(LEARNERS / 40);
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

    private static CredentialComposition random(Random random) {
        Issuer issuer = random.nextBoolean() ? Fixtures.NORTHGATE : Fixtures.LAKESIDE;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Holder holder = new Holder(
                NAMES.get(random.nextInt(NAMES.size())) + random.nextInt(100),
                random.nextInt(4) == 0 ? null : "learner" + random.nextInt() + "@northgate.example",
                Long.toHexString(random.nextLong()),
                random.nextBoolean() ? issuer.subjectAddress(id) : null);
        return CredentialComposition.of(
                id,
                issuer,
                Fixtures.validFor(random.nextInt(3) == 0 ? 12 : null),
                new AchievementCredential.Award(
                        award(random),
                        holder,
                        new StatusEntry("northgate-1", random.nextInt(131_072)),
                        random.nextBoolean() ? StatusProfile.REVOCATION : StatusProfile.REVOCATION_AND_SUSPENSION));
    }

    private static AwardConferred award(Random random) {
        AwardConferred plain = Fixtures.conferred();
        List<AwardResult> results = new ArrayList<>();
        for (AwardResult result : plain.results()) {
            if (random.nextInt(4) > 0) {
                BigDecimal raw = BigDecimal.valueOf(random.nextInt(2_000), 2);
                results.add(new AwardResult(
                        result.criterion(), new Score(raw, null, result.score().max()), null));
            }
        }
        return new AwardConferred(
                plain.tenant(),
                plain.award(),
                plain.learner(),
                plain.achievement(),
                plain.version(),
                plain.number(),
                results,
                random.nextInt(3) == 0 ? works(random) : null,
                random.nextInt(3) == 0 ? components(random) : null,
                Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt()),
                null);
    }

    private static List<AwardEvidence> works(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(n -> new AwardEvidence(
                        "report-" + n,
                        1,
                        "sha-256:" + "%064x".formatted(random.nextLong() & Long.MAX_VALUE),
                        "text/plain"))
                .toList();
    }

    private static List<AwardComponent> components(Random random) {
        return IntStream.range(0, random.nextInt(1, 3))
                .mapToObj(n -> new AwardComponent(new UUID(random.nextLong(), n), "data-literacy"))
                .toList();
    }
}
