package org.meritstream.assessment.intake;

import org.meritstream.log.http.Problem;

/** The answers to a delivery that is not taken. Each is counted by its slug; nothing else remains of it. */
enum Refusal {
    UNKNOWN_SOURCE("unknown-source", "There is no such source", 404),
    TOO_LARGE("delivery-too-large", "The delivery is too large", 413),
    WRONG_TYPE("wrong-media-type", "The media type is not accepted", 415),
    MALFORMED("malformed-delivery", "The delivery is not in the expected form", 400),
    NO_VERSION("xapi-version", "The xAPI version is missing or not supported", 400),
    FORGED("not-authenticated", "The sender is not authenticated", 401),
    UNAVAILABLE("try-again", "The delivery can not be taken right now", 503);

    private final String slug;
    private final String title;
    private final int status;

    Refusal(String slug, String title, int status) {
        this.slug = slug;
        this.title = title;
        this.status = status;
    }

    String slug() {
        return slug;
    }

    int status() {
        return status;
    }

    Problem problem(String detail) {
        return Problem.of(slug, title, status, detail);
    }
}
