package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What kind of credential a document says it is. */
enum Kind {
    ACHIEVEMENT("Open Badges credential"),
    ENDORSEMENT("endorsement"),
    RECORD("comprehensive learner record"),
    OTHER("verifiable credential"),
    NONE("document");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Kind of(JsonNode credential) {
        List<String> types = texts(credential.path("type"));
        if (!types.contains("VerifiableCredential")) {
            return NONE;
        }
        if (types.contains("AchievementCredential") || types.contains("OpenBadgeCredential")) {
            return ACHIEVEMENT;
        }
        if (types.contains("EndorsementCredential")) {
            return ENDORSEMENT;
        }
        return types.contains("ClrCredential") ? RECORD : OTHER;
    }

    /** Whether it presents credentials and does not say that it is one. */
    static boolean presentation(JsonNode document) {
        return of(document) == NONE && texts(document.path("type")).contains("VerifiablePresentation");
    }

    /** One text or several; what is no text is left out. */
    static List<String> texts(JsonNode oneOrSeveral) {
        if (oneOrSeveral.isTextual()) {
            return List.of(oneOrSeveral.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode one : oneOrSeveral) {
            if (one.isTextual()) {
                texts.add(one.textValue());
            }
        }
        return texts;
    }
}
