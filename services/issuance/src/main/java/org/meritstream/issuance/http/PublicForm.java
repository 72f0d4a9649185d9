package org.meritstream.issuance.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** Which form of a public document a client would rather have. */
public enum PublicForm {
    DOCUMENT,
    PAGE;

    /** What a VCDM 2.0 document is served as (section 6.2 there), unless the client names another of its types. */
    public static final String VC = "application/vc";

    private static final Set<String> JSON_TYPES =
            Set.of(VC, "application/ld+json", "application/json", "application/vc+ld+json", "application/did+json");

    /** The first that fits, by the client's own order; a client that takes anything gets the document. */
    public static PublicForm of(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType()) {
                return PAGE;
            }
            if (type.isWildcardType() || isJson(type)) {
                return DOCUMENT;
            }
        }
        return DOCUMENT;
    }

    /** The type to serve a document as: the one asked for where it is one of JSON's, else the given one. */
    public static String jsonType(List<MediaType> accepted, String otherwise) {
        return accepted.stream()
                .map(PublicForm::name)
                .filter(JSON_TYPES::contains)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether a document may be served as it. */
    public static boolean isJson(MediaType type) {
        return JSON_TYPES.contains(name(type));
    }

    private static String name(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }
}
