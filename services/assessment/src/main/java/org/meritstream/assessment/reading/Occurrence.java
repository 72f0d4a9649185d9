package org.meritstream.assessment.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ActivityRef;
import org.meritstream.events.Attempt;

/**
 * Who did what, when, and by which key a second delivery of it is known.
 *
 * @param nativeEvent the sender's own name of the event
 * @param dedupeKey {@code sha-256:<hex>} over the fields that make the event what it is, never over the raw body: a retry may be
 *     signed or ordered anew
 * @param course what the activity belongs to, if the sender says
 * @param occurredAt the sender's time of the event
 */
public record Occurrence(
        String nativeEvent,
        String dedupeKey,
        Person person,
        ActivityRef activity,
        @Nullable ActivityRef course,
        Attempt attempt,
        Instant occurredAt) {}
