package org.meritstream.events;

/**
 * One fact with its CloudEvents attributes.
 *
 * @param <D> what it says
 */
public record Event<D extends EventData>(EventHeader header, D data) {}
