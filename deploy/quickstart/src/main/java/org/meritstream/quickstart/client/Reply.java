package org.meritstream.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.meritstream.quickstart.processes.Unavailable;

/**
 * An answer.
 *
 * @param body its JSON, or a missing node when it has none
 */
public record Reply(int status, HttpHeaders headers, JsonNode body) {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    public boolean success() {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }

    public boolean refused() {
        return status >= FIRST_REFUSAL;
    }

    /** Why it was refused: the problem document's detail, or its title, or the bare status. */
    public String reason() {
        String title = body.path("title").asText("HTTP status " + status);
        return body.path("detail").asText(title).replaceAll("\\s+", " ");
    }

    /**
     * This answer, if it is a success.
     *
     * @throws Unavailable naming what was asked and why it was refused
     */
    public Reply orRefuse(String asked) {
        if (!success()) {
            throw new Unavailable(asked + " was answered " + status + ": " + reason());
        }
        return this;
    }
}
