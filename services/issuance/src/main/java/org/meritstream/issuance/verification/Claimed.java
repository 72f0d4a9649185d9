package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself, checked or not.
 *
 * @param kind in a word or two
 * @param name of what was achieved or said
 * @param issuer its id
 * @param holder name of the person it is about
 */
public record Claimed(
        String kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String issuerName,
        @Nullable String holder) {

    static Claimed of(JsonNode credential) {
        JsonNode subject = first(credential.path("credentialSubject"));
        return new Claimed(
                Kind.of(credential).words(),
                text(credential.path("id")),
                name(credential, subject),
                text(issuer(credential)),
                name(credential.path("issuer")),
                holder(subject));
    }

    /** The id of the issuer, which may be an object or the id itself; missing when there is none. */
    static JsonNode issuer(JsonNode credential) {
        JsonNode issuer = credential.path("issuer");
        return issuer.isObject() ? issuer.path("id") : issuer;
    }

    private static @Nullable String name(JsonNode credential, JsonNode subject) {
        String achievement = name(subject.path("achievement"));
        return achievement == null ? name(credential) : achievement;
    }

    /** A name is a string, or a language value object, or several (VC Data Model 2.0, section 11.1). */
    private static @Nullable String name(JsonNode named) {
        JsonNode name = first(named.path("name"));
        return text(name.isObject() ? name.path("@value") : name);
    }

    /** Open Badges 3.0: an identity of type name that is not hashed. */
    private static @Nullable String holder(JsonNode subject) {
        for (JsonNode identity : subject.path("identifier")) {
            if ("name".equals(text(identity.path("identityType")))
                    && !identity.path("hashed").asBoolean(true)) {
                return text(identity.path("identityHash"));
            }
        }
        return name(subject);
    }

    static JsonNode first(JsonNode oneOrSeveral) {
        return oneOrSeveral.isArray() ? oneOrSeveral.path(0) : oneOrSeveral;
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    @Override
    public String toString() {
        return "Claimed[" + kind + "]";
    }
}
