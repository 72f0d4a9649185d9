package org.meritstream.log.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457 section 3).
 *
 * @param type URI of the kind of problem
 * @param title the kind in words, the same for every occurrence
 * @param status HTTP status code
 * @param detail what is wrong this time and what to do; holds no secret and no personal datum
 * @param errors the places that are wrong, if there are several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Place> errors) {

    /** Media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://meritstream.org/problems/";

    /**
     * One place that is wrong.
     *
     * @param pointer JSON Pointer (RFC 6901), or row and column in words for a table
     */
    public record Place(String pointer, String detail) {}

    /**
     * A problem of a kind of our own.
     *
     * @param slug names the kind, such as {@code unknown-source}
     */
    public static Problem of(String slug, String title, int status, String detail) {
        return new Problem(TYPES + slug, title, status, detail, null);
    }

    /** The same problem with the places that are wrong. */
    public Problem at(List<Place> places) {
        return new Problem(type, title, status, detail, List.copyOf(places));
    }
}
