package org.meritstream.issuance.fetching;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is expected at an address, and so which media types are taken there. A page of HTML is none of them. */
public enum Wanted {
    /** A controller's document, a status list, a list of revocations: JSON, or a compact JWT. */
    DOCUMENT,
    /** A credential in any of its forms. */
    CREDENTIAL,
    /** A Status List Token (draft-ietf-oauth-status-list, section 8.1), which may share its address with another form of the list. */
    STATUS_TOKEN,
    /** A file of which nothing but its digest is looked at. */
    FILE;

    private static final Set<String> TEXTS = Set.of(
            "application/json",
            "application/vc",
            "application/did",
            "application/cid",
            "application/jwt",
            "application/vc+jwt",
            "application/vc+sd-jwt",
            "application/dc+sd-jwt",
            "text/plain");
    /** What carries a credential and is no text, and photographs of a code. */
    private static final Set<String> CARRIERS = Set.of(
            "image/png", "image/svg+xml", "image/jpeg", "application/pdf", "application/vc+cose", "application/cose");

    private static final String STATUS_LIST = "application/statuslist+jwt";

    /** What is asked for. */
    String accept() {
        return switch (this) {
            case DOCUMENT -> "application/json, application/did+json;q=0.9, application/vc;q=0.9, */*;q=0.1";
            case CREDENTIAL ->
                "application/vc, application/json;q=0.9, application/vc+jwt;q=0.8, application/dc+sd-jwt;q=0.7,"
                        + " application/vc+cose;q=0.6, */*;q=0.1";
            case STATUS_TOKEN -> STATUS_LIST;
            case FILE -> "*/*";
        };
    }

    /** Whether an answer of this Content-Type is taken. */
    boolean takes(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (this) {
            case DOCUMENT -> text(type);
            case CREDENTIAL -> text(type) || CARRIERS.contains(type);
            case STATUS_TOKEN -> type.equals(STATUS_LIST);
            case FILE -> true;
        };
    }

    private static boolean text(String type) {
        return TEXTS.contains(type) || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
