package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.SignedFixture;

class StatedTest {

    @Test
    void readsWhatItsIssuerCallsItselfAndTheAchievement() throws JsonProcessingException {
        Stated stated = Stated.of(EventFormat.JSON.readTree(SignedFixture.credential()));

        assertThat(stated.issuerName()).isEqualTo("Northgate University");
        assertThat(stated.aboutName()).isEqualTo("Data Literacy");
    }

    /** VC Data Model 2.0, section 11.1: a text, one in a language, or several. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "\" Süd \" | Süd",
                "{\"@value\": \"Süd\", \"@language\": \"de\"} | Süd",
                "[{\"@value\": \"South\", \"@language\": \"en\"}, {\"@value\": \"Süd\", \"@language\": \"de\"}] | South",
                "[] | none",
                "7 | none",
                "\" \" | none",
                "\"S\\u0000d\" | none",
                "null | none"
            })
    void readsANameInEachOfItsForms(String name, @Nullable String read) throws JsonProcessingException {
        assertThat(named(name).issuerName()).isEqualTo(read);
    }

    @Test
    void takesNoTextForAName() throws JsonProcessingException {
        assertThat(named("\"" + "n".repeat(200) + "\"").issuerName()).hasSize(200);
        assertThat(named("\"" + "n".repeat(201) + "\"").issuerName()).isNull();
    }

    @Test
    void needsNoName() throws JsonProcessingException {
        ObjectNode credential = (ObjectNode) EventFormat.JSON.readTree(SignedFixture.credential());
        credential.put("issuer", "did:web:south.example");

        assertThat(Stated.of(credential).issuerName()).isNull();
        assertThat(Stated.of(credential).issuer()).isEqualTo("did:web:south.example");
    }

    private static Stated named(String name) throws JsonProcessingException {
        ObjectNode credential = (ObjectNode) EventFormat.JSON.readTree(SignedFixture.credential());
        ((ObjectNode) credential.path("issuer")).set("name", EventFormat.JSON.readTree(name));
        return Stated.of(credential);
    }
}
