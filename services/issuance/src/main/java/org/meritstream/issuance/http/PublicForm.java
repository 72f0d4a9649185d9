package org.meritstream.issuance.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.log.http.Problem;

/** Which form of a public document a client would rather have. */
public enum PublicForm {
    DOCUMENT,
    /** The document as a compact JWS; only where it is secured so, too. */
    TOKEN,
    PAGE;

    /** What a VCDM 2.0 document is served as (section 6.2 there), unless the client names another of its types. */
    public static final String VC = "application/vc";

    /** The same in the candidates of the recommendation. */
    private static final String FORMER_VC = "application/vc+ld+json";

    /** What any document in JSON-LD may be served as. */
    private static final Set<String> JSON_TYPES = Set.of("application/ld+json", "application/json");

    /** Tokens of badges are asked for as plain text, too (Open Badges 3.0, section 7). */
    private static final Set<String> TOKEN_TYPES = Set.of(JoseSecuring.MEDIA_TYPE, MediaType.TEXT_PLAIN);

    /** The first that fits, by the client's own order, of a document and its page; a client that takes neither gets the document. */
    public static PublicForm of(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (isPage(type)) {
                return PAGE;
            }
            if (type.isWildcardType()
                    || name(type).endsWith("json")
                    || name(type).equals(VC)) {
                return DOCUMENT;
            }
        }
        return DOCUMENT;
    }

    /**
     * The first that fits, by the client's own order, of what an issuer signed.
     *
     * @param token whether it is there as a token
     * @return nothing when the client takes none of the forms that are there
     */
    public static Optional<PublicForm> ofSigned(List<MediaType> accepted, boolean token) {
        for (MediaType type : accepted) {
            if (isPage(type)) {
                return Optional.of(PAGE);
            }
            if (token && isToken(type)) {
                return Optional.of(TOKEN);
            }
            if (isJson(type) || Set.of("*/*", "application/*").contains(name(type))) {
                return Optional.of(DOCUMENT);
            }
        }
        return accepted.isEmpty() ? Optional.of(DOCUMENT) : Optional.empty();
    }

    /** The answer where {@link #ofSigned} finds nothing. */
    public static Response unacceptable() {
        return PublicDocument.problem(Problem.of(
                        "no-such-form",
                        "It is not there in this form",
                        406,
                        "Its forms are " + VC + " and text/html, and " + JoseSecuring.MEDIA_TYPE
                                + " where its issuer secures credentials so."))
                .build();
    }

    /**
     * The type to serve a document as: the one asked for where it is one of this kind of document, else its own.
     *
     * @param own the media type of its kind
     */
    public static String jsonType(List<MediaType> accepted, String own) {
        return accepted.stream()
                .map(PublicForm::name)
                .filter(name ->
                        JSON_TYPES.contains(name) || name.equals(own) || (own.equals(VC) && name.equals(FORMER_VC)))
                .findFirst()
                .orElse(own);
    }

    /** The type to serve a token as: plain text where that is what is asked for. */
    public static String tokenType(List<MediaType> accepted) {
        return accepted.stream()
                .map(PublicForm::name)
                .filter(TOKEN_TYPES::contains)
                .findFirst()
                .orElse(JoseSecuring.MEDIA_TYPE);
    }

    /** Whether a credential may be served as it. */
    public static boolean isJson(MediaType type) {
        return jsonType(List.of(type), VC).equals(name(type));
    }

    /** Whether it is what a token is asked for as. */
    public static boolean isToken(MediaType type) {
        return TOKEN_TYPES.contains(name(type));
    }

    private static boolean isPage(MediaType type) {
        return type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType();
    }

    private static String name(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }
}
