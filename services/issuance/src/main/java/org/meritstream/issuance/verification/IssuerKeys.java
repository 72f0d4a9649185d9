package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.Sha256;
import org.meritstream.issuance.proof.VerificationKey;

/**
 * The keys by which an issuer may have signed, from its own document.
 *
 * @param now as of when a key is still good
 */
record IssuerKeys(Controller controller, Instant now) implements KeyLookup {

    /** Letters of a key with all that is said of it, certificates among it. */
    private static final int LONGEST = 16 * 1024;

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
        return find(method(kid));
    }

    private String method(String kid) {
        boolean whole = kid.equals(controller.id()) || kid.startsWith(controller.id() + "#") || kid.startsWith("#");
        return whole ? kid : "#" + kid;
    }

    /** The same as {@link #basis} of what a token names. */
    String basisOfToken(String kid) {
        return basis(method(kid));
    }

    /** What an answer about this method rests on: the same text, the same answer. Of a key its digest, since its text may be as long as its document. */
    String basis(String method) {
        return switch (key(method)) {
            case Controller.Key.Wrong wrong -> wrong.reason();
            case Controller.Key.Found found ->
                HexFormat.of().formatHex(Sha256.of(found.method().toString().getBytes(StandardCharsets.UTF_8)));
        };
    }

    private Controller.Key key(String method) {
        if (method.equals(controller.id())) {
            return controller.onlyKey(now);
        }
        String absolute = method.startsWith("#") ? controller.id() + method : method;
        return absolute.startsWith(controller.id() + "#")
                ? controller.key(absolute, now)
                : new Controller.Key.Wrong("The key that signed it is not its issuer's: " + Words.quoted(method) + ".");
    }

    private static Answer key(JsonNode method) {
        if (method.toString().length() > LONGEST) {
            return new Answer.Away("The issuer's key is longer than any that this service can check.");
        }
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
