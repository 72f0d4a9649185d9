package org.meritstream.events;

/**
 * What was assessed, as the sender names it.
 *
 * @param id stable within the source: {@code assignment/355}, {@code quiz/12}, {@code course/565} for Canvas (local ids), the activity's
 *     IRI for xAPI
 */
public record ActivityRef(String id, ActivityKind kind) {
    public ActivityRef {
        Limits.present("id", id);
    }
}
