package org.meritstream.events;

/**
 * Which sender said it.
 *
 * @param id the source's name within the tenant
 * @param nativeEvent the sender's own name of the event
 */
public record SourceRef(String id, SourceKind kind, String nativeEvent) {
    public SourceRef {
        Limits.present("id", id);
    }
}
