package org.meritstream.events;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 context attributes of an event (section 3.1) that differ between events; type, schema and content type follow
 * from {@link EventType}.
 *
 * @param id deterministic and unique: the same fact always carries the same id, so a consumer can tell a duplicate
 * @param source {@code /meritstream/<service>}
 * @param subject {@code tenant/aggregate}, the record's key
 * @param time when the fact became true by the sender's clock; decisions take it as their {@code now}
 * @param traceparent W3C Trace Context of what caused it, if known; one that is malformed is as none (section 4.3 there)
 */
public record EventHeader(
        String id,
        String source,
        String subject,
        Instant time,
        @Nullable String traceparent) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public EventHeader {
        if (id.isBlank() || id.length() > 200) {
            throw new MalformedEvent("ce_id is blank or longer than 200 characters");
        }
        if (traceparent != null && !TRACEPARENT.matcher(traceparent).matches()) {
            traceparent = null;
        }
    }
}
