package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;

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
        public String toString() {
            return "Document";
        }
    }

    /** A compact JWT, whose payload the credential is (VC-JOSE-COSE 1.0, section 3.1). */
    record Token(String text, JsonNode credential, String carrier) implements Presented {
        @Override
        public String toString() {
            return "Token";
        }
    }
}
