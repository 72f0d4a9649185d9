package org.meritstream.events;

import java.util.Map;

/**
 * A record as bytes: what stands on a topic, and what a handled row keeps so that it can be emitted again unchanged.
 *
 * @param key {@code tenant/aggregate}
 * @param headers CloudEvents attributes by header name ({@code ce_id}, …), in order
 * @param body the JSON value, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent")
public record Message(String topic, String key, Map<String, String> headers, byte[] body) {}
