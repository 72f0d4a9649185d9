/**
 * The promise between the services: a record for every event, sealed per producer, with one reader and one writer.
 *
 * <p>The JSON Schema of each lies in {@code contracts/schemas}, named examples in {@code contracts/examples}, the topics in
 * {@code contracts/asyncapi}. Events travel as CloudEvents 1.0 in binary mode: attributes in the headers, data in the value.
 */
@NullMarked
package org.meritstream.events;

import org.jspecify.annotations.NullMarked;
