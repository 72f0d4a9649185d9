package org.meritstream.events;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an example, read from its file name: {@code invalid-<kind>-<path>}, the path with a point between members, such as
 * {@code invalid-missing-score.raw}.
 */
record Defect(String kind, String path) {
    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "missing", Set.of("required"),
            "null", Set.of("type"),
            "mistyped", Set.of("type", "enum"),
            "unknown", Set.of("enum"),
            "malformed", Set.of("format", "pattern"),
            "empty", Set.of("minItems", "minLength"),
            "blank", Set.of("pattern"),
            "too-small", Set.of("minimum"),
            "too-large", Set.of("maximum", "maxLength"));
    private static final Pattern NAME =
            Pattern.compile("invalid-(" + String.join("|", KEYWORDS.keySet()) + ")-([A-Za-z0-9.]+)");

    /** Forms that a reader lets pass: it never acts on them, and a producer's own tests hold it to the schema. */
    private static final Set<String> SCHEMA_ONLY = Set.of(
            "malformed-verifiedBy",
            "malformed-mediaType",
            "empty-body",
            "malformed-email",
            "malformed-language",
            "malformed-rawDigest",
            "malformed-address",
            "malformed-achievementAddress",
            "malformed-definition.skills.0.targetUrl",
            "malformed-definition.image.id");

    static Defect of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    name + " does not say what is wrong: invalid-<kind>-<path>, kind one of " + KEYWORDS.keySet());
        }
        return new Defect(matcher.group(1), matcher.group(2));
    }

    Set<String> keywords() {
        return KEYWORDS.getOrDefault(kind, Set.of());
    }

    /** Where the schema finds the fault: at the member, or for a missing one at what should hold it. */
    String pointer() {
        String at = member();
        return isMissing() ? at.substring(0, at.lastIndexOf('/')) : at;
    }

    /** JSON Pointer to the member itself. */
    String member() {
        return "/" + path.replace('.', '/');
    }

    /** Whether words say which member it is; an item of a list has no name but its list's, and a parser calls the kind a type id. */
    boolean isNamedIn(String words) {
        String name = path.replaceAll("(\\.[0-9]+)+$", "");
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Pattern.compile("\\b" + Pattern.quote(last) + "\\b")
                        .matcher(words)
                        .find()
                || (kind.equals("null") && !name.equals(path) && words.contains("a list holds null"))
                || (last.equals("kind") && words.startsWith("Could not resolve type id"));
    }

    @Nullable
    String missing() {
        return isMissing() ? path.substring(path.lastIndexOf('.') + 1) : null;
    }

    boolean onlyTheSchemaKnows() {
        return SCHEMA_ONLY.contains(kind + "-" + path);
    }

    private boolean isMissing() {
        return kind.equals("missing");
    }
}
