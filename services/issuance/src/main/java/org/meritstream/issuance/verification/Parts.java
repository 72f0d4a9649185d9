package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The credentials within a credential: endorsements of it, of its issuer and of its achievement, and what a learner record holds. */
final class Parts {
    private Parts() {}

    static List<Presented> of(JsonNode credential) {
        JsonNode subject = Claimed.first(credential.path("credentialSubject"));
        List<Presented> parts = new ArrayList<>();
        for (JsonNode endorsed : List.of(credential, credential.path("issuer"), subject.path("achievement"))) {
            add(endorsed.path("endorsement"), parts);
            add(endorsed.path("endorsementJwt"), parts);
        }
        add(subject.path("verifiableCredential"), parts);
        return parts;
    }

    private static void add(JsonNode oneOrSeveral, List<Presented> parts) {
        if (oneOrSeveral.isArray()) {
            oneOrSeveral.forEach(one -> add(one, parts));
        } else if (oneOrSeveral.isObject()) {
            parts.add(new Presented.Document(oneOrSeveral.toString(), oneOrSeveral, "within another credential"));
        } else if (oneOrSeveral.isTextual()
                && Opening.open(oneOrSeveral.textValue().getBytes(StandardCharsets.UTF_8))
                        instanceof Opened.Credential found) {
            parts.add(found.presented());
        }
    }
}
