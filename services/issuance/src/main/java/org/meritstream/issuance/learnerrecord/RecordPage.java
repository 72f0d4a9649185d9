package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.verification.Check;
import org.meritstream.issuance.verification.ShownCheck;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Words;

/**
 * The page of a record: whose it is, and each credential within with what its verification found.
 *
 * @param state css class of the verdict on the record itself
 * @param whole whether all that was held then stands in it
 */
public record RecordPage(
        String holder,
        String name,
        String issuer,
        String issuerUrl,
        String issued,
        String address,
        boolean whole,
        String state,
        String verdict,
        String reason,
        String checkedAt,
        List<Entry> entries,
        List<ShownCheck> checks) {

    /**
     * A credential within.
     *
     * @param language BCP 47 tag of its name
     * @param builtOn names of those that it was earned by holding, as far as they stand in the record
     */
    public record Entry(
            String name,
            String language,
            String awarded,
            String achievement,
            String state,
            String verdict,
            String reason,
            List<String> builtOn) {}

    static RecordPage of(HeldRecord record, Verification verification) {
        JsonNode document = tree(record.made());
        JsonNode subject = document.path("credentialSubject");
        return new RecordPage(
                subject.at("/identifier/0/identityHash").asText(),
                document.path("name").asText(),
                document.at("/issuer/name").asText(),
                document.at("/issuer/url").asText(),
                Words.day(Instant.parse(document.path("validFrom").asText())),
                document.path("id").asText(),
                !document.path("partial").asBoolean(),
                ShownCheck.state(verification.result()),
                verdict("This record", verification),
                reason(verification, "Its issuer signed exactly this."),
                Words.moment(verification.at()),
                entries(subject, verification),
                ShownCheck.all(verification));
    }

    private static List<Entry> entries(JsonNode subject, Verification verification) {
        List<Entry> entries = new ArrayList<>();
        int n = 0;
        for (JsonNode credential : subject.path("verifiableCredential")) {
            if (n < verification.parts().size()) {
                entries.add(entry(subject, credential, verification.parts().get(n)));
            }
            n++;
        }
        return List.copyOf(entries);
    }

    private static Entry entry(JsonNode subject, JsonNode credential, Verification verification) {
        JsonNode achievement = credential.at("/credentialSubject/achievement");
        String id = achievement.path("id").asText();
        List<String> builtOn = stream(subject.path("association"))
                .filter(pair -> pair.path("targetId").asText().equals(id))
                .map(pair -> name(subject, pair.path("sourceId").asText()))
                .toList();
        return new Entry(
                achievement.path("name").asText(),
                achievement.path("inLanguage").asText("en"),
                Words.day(Instant.parse(credential.path("awardedDate").asText())),
                id,
                ShownCheck.state(verification.result()),
                verdict("This credential", verification),
                reason(verification, "Its issuer signed exactly this and has not revoked it."),
                builtOn);
    }

    private static String name(JsonNode subject, String achievement) {
        return stream(subject.path("verifiableCredential"))
                .map(credential -> credential.at("/credentialSubject/achievement"))
                .filter(one -> one.path("id").asText().equals(achievement))
                .map(one -> one.path("name").asText())
                .findFirst()
                .orElse(achievement);
    }

    private static String verdict(String what, Verification verification) {
        return switch (verification.result()) {
            case VALID -> what + " is valid";
            case INVALID -> what + fault(verification);
            case UNCHECKED -> what + " could not be fully checked";
        };
    }

    private static String fault(Verification verification) {
        if (verification.suspended()) {
            return " is suspended";
        }
        return verification.expired() ? " has expired" : " is not valid";
    }

    private static String reason(Verification verification, String well) {
        return verification.result() == Check.Result.VALID ? well : verification.reason();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }
}
