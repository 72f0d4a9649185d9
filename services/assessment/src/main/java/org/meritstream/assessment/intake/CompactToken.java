package org.meritstream.assessment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.SenderJson;

/**
 * A compact JWS (RFC 7515 section 7.1), taken apart and not yet verified.
 *
 * @param kid names the key that should verify it
 */
record CompactToken(String kid, String header, String payload, String signature) {
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");
    private static final int PARTS = 3;
    private static final int LONGEST_HEADER = 4_096;
    private static final int LONGEST_KID = 200;

    /** Headers that would let the sender choose the key, or change what is signed. */
    private static final List<String> REFUSED = List.of("jku", "jwk", "x5u", "x5c", "crit", "b64");

    /** A token or the reason why it is none that may be verified. */
    sealed interface Parsed {
        /** May be verified. */
        record Token(CompactToken token) implements Parsed {}

        /** Is not. */
        record Refused(Verdict verdict) implements Parsed {}
    }

    static Parsed parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length != PARTS || parts[0].length() > LONGEST_HEADER) {
            return malformed("A signed token of three parts is expected.");
        }
        for (String part : parts) {
            if (!BASE64URL.matcher(part).matches()) {
                return malformed("A part of the token is not base64url.");
            }
        }
        Optional<JsonNode> header =
                SenderJson.text(new Base64URL(parts[0]).decode()).flatMap(SenderJson::read);
        return header.filter(JsonNode::isObject)
                .map(tree -> parse(tree, parts))
                .orElseGet(() -> malformed("The token's header is not a JSON object."));
    }

    /** RS256 exactly: {@code none} proves nothing, and HS256 would take the public key as a shared secret. */
    private static Parsed parse(JsonNode header, String[] parts) {
        if (!"RS256".equals(header.path("alg").textValue())) {
            return forged("The token is not signed with RS256.");
        }
        if (REFUSED.stream().anyMatch(header::has)) {
            return forged("The token brings or names its own key.");
        }
        String kid = Fields.text(header, "kid");
        if (kid == null || kid.length() > LONGEST_KID) {
            return forged("The token does not name its key.");
        }
        return new Parsed.Token(new CompactToken(kid, parts[0], parts[1], parts[2]));
    }

    private static Parsed malformed(String detail) {
        return new Parsed.Refused(new Verdict.Malformed(detail));
    }

    private static Parsed forged(String detail) {
        return new Parsed.Refused(new Verdict.Forged(detail));
    }
}
