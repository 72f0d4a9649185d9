package org.meritstream.issuance.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a credential says of itself, as far as it decides whether it counts here; not yet believed.
 *
 * @param achievement whether it is an achievement's (Open Badges 3.0 AchievementCredential, or OpenBadgeCredential as it was called before)
 * @param id as its issuer names it, or null
 * @param issuer id of its issuer, or null
 * @param about id of the achievement, or null
 * @param issuerName what its issuer calls itself, or null
 * @param aboutName what its issuer calls the achievement, or null
 * @param emails the holder's identities by e-mail
 */
record Stated(
        boolean achievement,
        @Nullable String id,
        @Nullable String issuer,
        @Nullable String about,
        @Nullable String issuerName,
        @Nullable String aboutName,
        List<Identity> emails) {
    private static final Set<String> ACHIEVEMENT = Set.of("AchievementCredential", "OpenBadgeCredential");
    private static final String EMAIL = "emailAddress";
    private static final int LONGEST = 1_000;
    /** Longer is no name but a text: the page says the address then. */
    private static final int LONGEST_NAME = 200;

    /**
     * Who holds it, by an e-mail address (Open Badges 3.0, IdentityObject).
     *
     * @param hash the address, or where it is hashed {@code sha256$} and its digest with the salt
     */
    record Identity(String hash, boolean hashed, String salt) {}

    static Stated of(JsonNode credential) {
        JsonNode issuer = credential.path("issuer");
        JsonNode subject = only(credential.path("credentialSubject"));
        List<Identity> emails = new ArrayList<>();
        for (JsonNode identity : several(subject.path("identifier"))) {
            if (EMAIL.equals(identity.path("identityType").asText())) {
                emails.add(new Identity(
                        identity.path("identityHash").asText(),
                        identity.path("hashed").asBoolean(true),
                        identity.path("salt").asText()));
            }
        }
        return new Stated(
                types(credential).stream().anyMatch(ACHIEVEMENT::contains),
                text(credential.path("id")),
                text(issuer.isObject() ? issuer.path("id") : issuer),
                text(subject.path("achievement").path("id")),
                name(issuer.path("name")),
                name(subject.path("achievement").path("name")),
                List.copyOf(emails));
    }

    private static List<String> types(JsonNode credential) {
        List<String> types = new ArrayList<>();
        several(credential.path("type")).forEach(type -> types.add(type.asText()));
        return types;
    }

    /** One subject, alone in an array or not; of several none. */
    private static JsonNode only(JsonNode subject) {
        return subject.isArray() && subject.size() == 1 ? subject.path(0) : subject;
    }

    private static Iterable<JsonNode> several(JsonNode oneOrSeveral) {
        return oneOrSeveral.isArray() ? oneOrSeveral : List.of(oneOrSeveral);
    }

    /** A name, and of one in several languages the first (VC Data Model 2.0, section 11.1). */
    private static @Nullable String name(JsonNode named) {
        JsonNode first = named.isArray() ? named.path(0) : named;
        String name = text(first.isObject() ? first.path("@value") : first);
        return name == null || name.length() > LONGEST_NAME ? null : name.strip();
    }

    /** A text that can be kept: null where it is none, or too long, or holds what is no character. */
    private static @Nullable String text(JsonNode node) {
        String text = node.isTextual() ? node.textValue() : "";
        boolean fit =
                !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(Stated::isStrange);
        return fit ? text : null;
    }

    private static boolean isStrange(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    @Override
    public String toString() {
        return "Stated[" + issuer + "]";
    }
}
