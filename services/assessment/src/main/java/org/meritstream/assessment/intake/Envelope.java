package org.meritstream.assessment.intake;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a request the intake looks at, beside its bytes.
 *
 * @param mediaType without parameters, or null
 * @param traceparent W3C Trace Context, if it is well-formed
 */
record Envelope(
        String tenant,
        String source,
        @Nullable String mediaType,
        @Nullable String authorization,
        @Nullable String xapiVersion,
        @Nullable String traceparent) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[^\\s;/]{1,100}/[^\\s;/]{1,100}");

    static Envelope of(String tenant, String source, HttpServerRequest request) {
        String trace = request.getHeader("traceparent");
        return new Envelope(
                tenant,
                source,
                mediaType(request.getHeader("Content-Type")),
                request.getHeader("Authorization"),
                request.getHeader("X-Experience-API-Version"),
                trace != null && TRACEPARENT.matcher(trace).matches() ? trace : null);
    }

    private static @Nullable String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() ? type : null;
    }

    @Override
    public String toString() {
        return "Envelope[hidden]";
    }
}
