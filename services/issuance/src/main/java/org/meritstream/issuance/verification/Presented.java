package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.proof.CoseSign1;

/** A credential as it was handed in, opened but not yet believed. */
public sealed interface Presented {

    /** What it says, as a JSON object. */
    JsonNode credential();

    /** The text that its signature is about. */
    String text();

    /** In what it came, for the first check's reason. */
    String carrier();

    /** A JSON document with its proof inside. */
    record Document(String text, JsonNode credential, String carrier) implements Presented {
        @Override
        public JsonNode claims() {
            return MissingNode.getInstance();
        }

        @Override
        public String toString() {
            return "Document";
        }
    }

    /** The id of who issued it, as it says; missing when it does not. */
    default JsonNode issuer() {
        return Claimed.issuer(credential());
    }

    /** The claims of what it came in, which are about the signature; missing where it has none. */
    default JsonNode claims() {
        return credential();
    }

    /** A compact JWT, whose payload the credential is (VC-JOSE-COSE 1.0, section 3.1). */
    record Token(String text, JsonNode credential, String carrier) implements Presented {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /**
     * A COSE_Sign1, whose payload the credential is (VC-JOSE-COSE 1.0, section 3.3).
     *
     * @param text the payload
     */
    record Message(CoseSign1 message, String text, JsonNode credential, String carrier) implements Presented {
        @Override
        public JsonNode claims() {
            return message.claims();
        }

        @Override
        public String toString() {
            return "Message";
        }
    }

    /**
     * A token that discloses parts of itself (RFC 9901): either one whose claims speak for themselves (SD-JWT VC), or one that holds a credential of
     * the VC Data Model.
     *
     * @param credential what it says with all that it discloses; only what the issuer signed in the open where the disclosures are not the token's
     * @param signed what the issuer signed in the open
     * @param fault why the disclosures are not the token's, or null
     */
    record Disclosing(
            String text,
            JsonNode credential,
            String carrier,
            SdJwt token,
            JsonNode signed,
            @Nullable String fault) implements Presented {

        /** Whether its claims speak for themselves. */
        boolean ofClaims() {
            return !signed.has("@context");
        }

        @Override
        public JsonNode issuer() {
            return ofClaims() ? signed.path("iss") : Claimed.issuer(credential);
        }

        @Override
        public String toString() {
            return "Disclosing";
        }
    }
}
