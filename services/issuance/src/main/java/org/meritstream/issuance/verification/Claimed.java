package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself, checked or not.
 *
 * @param kind in a word or two
 * @param name of what was achieved or said
 * @param issuer its id
 * @param holder name of the person it is about, or of each
 */
public record Claimed(
        String kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String issuerName,
        @Nullable String holder) {
    private static final int MOST_NAMED = 5;

    static Claimed of(JsonNode credential) {
        List<JsonNode> subjects = several(credential.path("credentialSubject"));
        return new Claimed(
                Kind.of(credential).words(),
                text(credential.path("id")),
                name(credential, subjects),
                text(issuer(credential)),
                name(credential.path("issuer")),
                together(subjects.stream().map(Claimed::holder)));
    }

    static Claimed presentation(JsonNode presentation) {
        return new Claimed("presentation", text(presentation.path("id")), null, null, null, null);
    }

    /** The id of the issuer, which may be an object or the id itself; missing when there is none. */
    static JsonNode issuer(JsonNode credential) {
        JsonNode issuer = credential.path("issuer");
        return issuer.isObject() ? issuer.path("id") : issuer;
    }

    private static @Nullable String name(JsonNode credential, List<JsonNode> subjects) {
        String achievement = together(subjects.stream().map(subject -> name(subject.path("achievement"))));
        return achievement == null ? name(credential) : achievement;
    }

    /** A name is a string, or a language value object, or several (VC Data Model 2.0, section 11.1). */
    private static @Nullable String name(JsonNode named) {
        JsonNode name = first(named.path("name"));
        return text(name.isObject() ? name.path("@value") : name);
    }

    /** Open Badges 3.0: an identity of type name that is not hashed. */
    private static @Nullable String holder(JsonNode subject) {
        for (JsonNode identity : several(subject.path("identifier"))) {
            if ("name".equals(text(identity.path("identityType")))
                    && !identity.path("hashed").asBoolean(true)) {
                return text(identity.path("identityHash"));
            }
        }
        return name(subject);
    }

    /** The names that there are, each once; of many the first and how many more. */
    private static @Nullable String together(Stream<@Nullable String> names) {
        List<String> all = names.filter(Objects::nonNull).distinct().toList();
        if (all.isEmpty()) {
            return null;
        }
        return all.size() <= MOST_NAMED
                ? String.join("; ", all)
                : String.join("; ", all.subList(0, MOST_NAMED)) + "; and " + (all.size() - MOST_NAMED) + " more";
    }

    /** Each of them; one that stands alone in no array, none where there is nothing. */
    static List<JsonNode> several(JsonNode oneOrSeveral) {
        if (oneOrSeveral.isMissingNode() || oneOrSeveral.isNull()) {
            return List.of();
        }
        List<JsonNode> all = new ArrayList<>();
        if (oneOrSeveral.isArray()) {
            oneOrSeveral.forEach(all::add);
        } else {
            all.add(oneOrSeveral);
        }
        return all;
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
