package org.meritstream.log;

import java.util.List;
import org.meritstream.events.Message;

/**
 * What the store keeps of an event it has seen to: the answer to every later delivery of it.
 *
 * @param id the event's id, unique
 * @param cause {@link Position#cause()} of the record that was handled first
 * @param emitted what was emitted for it, as bytes: a later release emits what this one decided
 */
public record Handled(String id, String cause, List<Message> emitted) {}
