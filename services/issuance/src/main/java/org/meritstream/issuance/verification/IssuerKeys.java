package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * The keys by which an issuer may have signed, from its own document.
 *
 * @param now as of when a key is still good
 */
record IssuerKeys(Controller controller, Instant now) implements KeyLookup {

    @Override
    public Answer find(String method) {
        return switch (key(method)) {
            case Controller.Key.Wrong wrong -> new Answer.Refused(wrong.reason());
            case Controller.Key.Found found -> key(found.method());
        };
    }

    /**
     * The same of what a token names, which may be the last part of the key's id alone.
     *
     * @param kid of its header, or the issuer's id where the header names none
     */
    Answer ofToken(String kid) {
        boolean whole = kid.equals(controller.id()) || kid.startsWith(controller.id() + "#") || kid.startsWith("#");
        return find(whole ? kid : "#" + kid);
    }

    /** What an answer about this method rests on: the same text, the same answer. */
    String basis(String method) {
        return switch (key(method)) {
            case Controller.Key.Wrong wrong -> wrong.reason();
            case Controller.Key.Found found -> found.method().toString();
        };
    }

    private Controller.Key key(String method) {
        if (method.equals(controller.id())) {
            return controller.onlyKey(now);
        }
        String absolute = method.startsWith("#") ? controller.id() + method : method;
        return absolute.startsWith(controller.id() + "#")
                ? controller.key(absolute, now)
                : new Controller.Key.Wrong("The key that signed it is not its issuer's: " + method + ".");
    }

    private static Answer key(JsonNode method) {
        try {
            return new Answer.Found(
                    method.has("publicKeyJwk")
                            ? VerificationKey.ofJwk(method.path("publicKeyJwk").toString())
                            : VerificationKey.ofMultikey(
                                    method.path("publicKeyMultibase").asText()));
        } catch (IllegalArgumentException e) {
            return new Answer.Away("The issuer's key is of a kind that this service can not check.");
        }
    }
}
