package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document in which an issuer names its keys (Controlled Identifiers 1.0), read from the place that its id names.
 *
 * @param id the issuer's; the document's own is the same
 */
record Controller(String id, JsonNode document) {

    /** What became of looking for a key. */
    sealed interface Key {

        /** It is there and may vouch for credentials: the verification method as the document has it. */
        record Found(JsonNode method) implements Key {}

        /** It must not be believed. */
        record Wrong(String reason) implements Key {}
    }

    /**
     * The verification method of this id, which must be controlled by this issuer and be meant for assertions (Controlled Identifiers 1.0,
     * section 3.3).
     */
    Key key(String method, Instant now) {
        JsonNode found = method(method);
        if (found == null) {
            return new Key.Wrong("The key that signed it is not among the keys of its issuer.");
        }
        if (!id.equals(found.path("controller").asText(id))) {
            return new Key.Wrong("The key that signed it is listed by its issuer, but controlled by somebody else.");
        }
        // An issuer that withdraws a key may take it from its list for assertions as well: that it was withdrawn says
        // more.
        if (reached(found.path("revoked"), now)) {
            return new Key.Wrong("The key that signed it was withdrawn by its issuer"
                    + since(found)
                    + ". Somebody else may have signed with it.");
        }
        if (reached(found.path("expires"), now)) {
            return new Key.Wrong("The key that signed it is over: its issuer gave it until a day that is past.");
        }
        return mayAssert(method)
                ? new Key.Found(found)
                : new Key.Wrong("The key that signed it is one of its issuer, but not for signing credentials.");
    }

    private static String since(JsonNode method) {
        try {
            return ", as of "
                    + Words.day(OffsetDateTime.parse(method.path("revoked").asText())
                            .toInstant());
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** The one key for assertions of an issuer that has one only: for a token that names none. */
    Key onlyKey(Instant now) {
        List<String> methods = new ArrayList<>();
        for (JsonNode listed : several(document.path("assertionMethod"))) {
            JsonNode named = listed.isObject() ? listed.path("id") : listed;
            methods.add(absolute(named.asText()));
        }
        return methods.size() == 1
                ? key(methods.getFirst(), now)
                : new Key.Wrong("It does not say by which of its issuer's keys it was signed.");
    }

    private @Nullable JsonNode method(String method) {
        for (JsonNode listed : several(document.path("verificationMethod"))) {
            if (method.equals(absolute(listed.path("id").asText()))) {
                return listed;
            }
        }
        for (JsonNode listed : several(document.path("assertionMethod"))) {
            if (listed.isObject() && method.equals(absolute(listed.path("id").asText()))) {
                return listed;
            }
        }
        return null;
    }

    private boolean mayAssert(String method) {
        for (JsonNode listed : several(document.path("assertionMethod"))) {
            JsonNode named = listed.isObject() ? listed.path("id") : listed;
            if (method.equals(absolute(named.asText()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether this moment, of which on a key is not to be believed, is there and has come. What is unreadable has (section 2.2). */
    private static boolean reached(JsonNode moment, Instant now) {
        if (moment.isMissingNode() || moment.isNull()) {
            return false;
        }
        try {
            return !OffsetDateTime.parse(moment.asText()).toInstant().isAfter(now);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private String absolute(String reference) {
        return reference.startsWith("#") ? id + reference : reference;
    }

    private static Iterable<JsonNode> several(JsonNode oneOrSeveral) {
        return oneOrSeveral.isObject() || oneOrSeveral.isTextual() ? List.of(oneOrSeveral) : oneOrSeveral;
    }
}
