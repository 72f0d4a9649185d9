package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void namesThePlaceAndNoValue() {
        assertThat(SCHEMA.violations(EXAMPLE.replace("\"2026-11-20T10:15:30Z\"", "\"yesterday\"")))
                .anyMatch(violation -> violation.contains("validFrom"))
                .noneMatch(violation -> violation.contains("yesterday"));
    }
}
