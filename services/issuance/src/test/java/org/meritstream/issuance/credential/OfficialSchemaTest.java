package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;

/** The schema refuses what it should: a check that passes everything would prove nothing. */
class OfficialSchemaTest {
    private static final OfficialSchema SCHEMA = new OfficialSchema();
    private static final String EXAMPLE = Resources.text("/fixtures/unsigned-credential.json");

    @Test
    void acceptsTheSampleOf1EdTechsValidator() {
        assertThat(SCHEMA.violations(Resources.text("/vectors/ob3/simple.json")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        "Data Literacy",             | 7,                                    | refuses a name that is no string
        "2026-11-20T10:15:30Z"       | "yesterday"                           | refuses a date that is none
        "type" : [ "Achievement" ]   | "type" : "Achievement"                | refuses a type that is no array
        "identityType" : "name"      | "identityType" : "nickname"           | refuses an unknown identity type
        "validFrom"                  | "issuanceDate"                        | refuses a credential without validFrom
        "hashed" : false             | "hashed" : false, "extra" : 1         | refuses a member that a closed class lacks
        """)
    void refuses(String part, String replacement, String why) {
        assertThat(EXAMPLE).as(why).contains(part);

        assertThat(SCHEMA.violations(EXAMPLE.replace(part, replacement)))
                .as(why)
                .isNotEmpty();
    }

    @Test
    void differsForTwoEntriesInNothingButThem() {
        ObjectNode official = tree(Resources.text("/schemas/ob_v3p0_achievementcredential_schema.json"));
        ObjectNode suspendable =
                tree(OfficialSchema.suspendable(Resources.text("/schemas/ob_v3p0_achievementcredential_schema.json")));

        JsonNode one = properties(official).remove("credentialStatus");
        JsonNode two = properties(suspendable).remove("credentialStatus");

        assertThat(suspendable).isEqualTo(official);
        assertThat(two.path("items")).isEqualTo(one);
        assertThat(two.path("minItems").asInt())
                .isEqualTo(two.path("maxItems").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false"})
    void allowsExactlyTwoEntries(int entries, boolean allowed) {
        ObjectNode credential = tree(EXAMPLE);
        JsonNode entry = credential.path("credentialStatus");
        ArrayNode all = credential.putArray("credentialStatus");
        IntStream.range(0, entries).forEach(n -> all.add(entry));

        assertThat(SCHEMA.violations(credential.toString(), OfficialSchema.Part.SUSPENDABLE)
                        .isEmpty())
                .isEqualTo(allowed);
        assertThat(SCHEMA.violations(EXAMPLE, OfficialSchema.Part.SUSPENDABLE)).isNotEmpty();
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void namesThePlaceAndNoValue() {
        assertThat(SCHEMA.violations(EXAMPLE.replace("\"2026-11-20T10:15:30Z\"", "\"yesterday\"")))
                .anyMatch(violation -> violation.contains("validFrom"))
                .noneMatch(violation -> violation.contains("yesterday"));
    }
}
