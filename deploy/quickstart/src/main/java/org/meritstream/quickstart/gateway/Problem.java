package org.meritstream.quickstart.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** A problem document (RFC 9457). */
final class Problem {
    static final String TYPE = "application/problem+json";

    private Problem() {}

    static Buffer body(int status, String title, String detail) {
        return new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }
}
