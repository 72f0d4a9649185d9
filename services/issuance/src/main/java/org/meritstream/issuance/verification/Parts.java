package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The credentials within a credential: endorsements wherever the schemas of Open Badges 3.0 and CLR 2.0 have a place for them, and what a learner record
 * holds. Of every subject. What stands where one should be and is none is a part, too: nothing is left out without a word.
 */
final class Parts {
    private static final String CARRIER = "within another credential";

    private Parts() {}

    static List<Opened> of(JsonNode credential) {
        List<JsonNode> subjects = Claimed.several(credential.path("credentialSubject"));
        List<JsonNode> endorsed = new ArrayList<>(List.of(credential));
        profiles(credential.path("issuer"), endorsed);
        for (JsonNode subject : subjects) {
            profiles(subject.path("source"), endorsed);
            for (JsonNode achievement : Claimed.several(subject.path("achievement"))) {
                endorsed.add(achievement);
                profiles(achievement.path("creator"), endorsed);
            }
        }
        List<Opened> parts = new ArrayList<>();
        for (JsonNode one : endorsed) {
            add(one.path("endorsement"), parts);
            add(one.path("endorsementJwt"), parts);
        }
        subjects.forEach(subject -> add(subject.path("verifiableCredential"), parts));
        return parts;
    }

    /** A profile and those above it, which are no deeper within each other than what is read at all may be. */
    private static void profiles(JsonNode oneOrSeveral, List<JsonNode> found) {
        for (JsonNode profile : Claimed.several(oneOrSeveral)) {
            found.add(profile);
            profiles(profile.path("parentOrg"), found);
        }
    }

    /** What a presentation presents (VC Data Model 2.0, section 4.13). */
    static List<Opened> presented(JsonNode presentation) {
        List<Opened> parts = new ArrayList<>();
        add(presentation.path("verifiableCredential"), parts);
        return parts;
    }

    private static void add(JsonNode oneOrSeveral, List<Opened> parts) {
        if (oneOrSeveral.isArray()) {
            oneOrSeveral.forEach(one -> add(one, parts));
        } else if (!oneOrSeveral.isMissingNode() && !oneOrSeveral.isNull()) {
            parts.add(opened(oneOrSeveral));
        }
    }

    private static Opened opened(JsonNode part) {
        if (part.isObject()) {
            return Opening.of(part, part.toString(), CARRIER);
        }
        return part.isTextual()
                ? Opening.within(part.textValue(), CARRIER)
                : new Opened.Nothing("It is neither an object nor a token.");
    }
}
