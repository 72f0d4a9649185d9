package org.meritstream.issuance.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;

/**
 * A credential with what its document states, read once.
 *
 * @param document the unsigned one
 * @param forms the signed ones, the JSON first
 */
record Published(HeldCredential credential, JsonNode document, List<Form> forms) {
    static Published of(HeldCredential credential) {
        return new Published(credential, tree(credential.document()), Announcement.forms(credential));
    }

    String text(String pointer) {
        return document.at(pointer).asText();
    }

    @Nullable
    Instant validUntil() {
        JsonNode stated = document.path("validUntil");
        return stated.isMissingNode() ? null : Instant.parse(stated.asText());
    }

    @Nullable
    BigDecimal ects() {
        JsonNode stated = document.at("/credentialSubject/achievement/creditsAvailable");
        return stated.isMissingNode() ? null : stated.decimalValue();
    }

    /** Of the signed JSON. */
    String digest() {
        return Announcement.digest(forms.get(0).document());
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.OWN.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}
