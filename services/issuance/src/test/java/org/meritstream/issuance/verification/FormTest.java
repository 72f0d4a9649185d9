package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.credential.OfficialSchema;

/** A learner record is held to 1EdTech's schema of Comprehensive Learner Record 2.0, as a badge is to that of Open Badges. */
class FormTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String RECORD = Resources.text("/vectors/ob3/clr-simple.json");
    private final Form form = new Form();

    @Test
    void findsAnOfficialRecordWellFormed() {
        Check check = check(record -> {});

        assertThat(check)
                .isEqualTo(CheckName.SCHEMA.valid(
                        "It has the form that the Comprehensive Learner Record 2.0 standard asks for."));
    }

    @Test
    void findsARecordThatHoldsNothingInvalid() {
        Check check = check(record -> subject(record).remove("verifiableCredential"));

        assertThat(check.result()).isEqualTo(Check.Result.INVALID);
        assertThat(check.reason())
                .isEqualTo("It breaks the Comprehensive Learner Record 2.0 standard in one place: /credentialSubject"
                        + " breaks required.");
    }

    @Test
    void findsARecordAboutWhatIsNoLearnersSubjectInvalid() {
        assertThat(check(record -> subject(record).putArray("type").add("Person"))
                        .result())
                .isEqualTo(Check.Result.INVALID);
    }

    /** Its type is one text, where that of most things is put into an array before the schema is asked. */
    @Test
    void findsAssociationsWellFormedAndThoseOfNoKnownKindInvalid() {
        assertThat(check(record -> associated(record, "isChildOf")).result()).isEqualTo(Check.Result.VALID);
        assertThat(check(record -> associated(record, "isKin")).result()).isEqualTo(Check.Result.INVALID);
    }

    @Test
    void takesCredentialsOfTheDataModel1Within() {
        Check check = check(record -> {
            ObjectNode held = (ObjectNode) Claimed.first(subject(record).path("verifiableCredential"));
            held.set("issuanceDate", held.remove("validFrom"));
            held.putArray("@context").add("https://www.w3.org/2018/credentials/v1");
        });

        assertThat(check.result()).as(check.reason()).isEqualTo(Check.Result.VALID);
    }

    /** The validator would go on, and keep a hundred thousand of them. */
    @Test
    void tellsOfTwentyPlacesWhereAHundredThousandAreWrong() {
        Check check = check(record -> {
            ArrayNode evidence = record.putArray("evidence");
            for (int i = 0; i < 95_000; i++) {
                evidence.addObject();
            }
        });

        assertThat(check.reason())
                .startsWith("It breaks the Comprehensive Learner Record 2.0 standard in 20 places or more: ")
                .hasSizeLessThan(1_000);
    }

    /** A member's name may have fifty thousand letters, and what breaks the schema below it is told by its place, and kept. */
    @Test
    void quotesNoMoreOfAPlaceThanASentenceCanBear() {
        String named = "{\"type\":[{\"" + "x".repeat(40_000) + "\":1}]}";

        assertThat(new OfficialSchema().violations(named, OfficialSchema.Part.RECORD))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place).hasSizeLessThan(300));
    }

    private static void associated(ObjectNode record, String type) {
        subject(record)
                .putArray("association")
                .addObject()
                .put("type", "Association")
                .put("associationType", type)
                .put("sourceId", "https://u.example/achievements/1")
                .put("targetId", "https://u.example/achievements/2");
    }

    private static ObjectNode subject(ObjectNode record) {
        return (ObjectNode) record.path("credentialSubject");
    }

    private Check check(Consumer<ObjectNode> change) {
        ObjectNode record = (ObjectNode) Objects.requireNonNull(Opening.tree(RECORD));
        change.accept(record);
        return form.check(
                new Inquiry(new Presented.Document(record.toString(), record, "as JSON"), new Published(), NOW));
    }
}
