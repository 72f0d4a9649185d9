/**
 * The service's share of the loop: what a batch loads, how it is decided event by event, what it stores and emits.
 */
@NullMarked
package org.meritstream.evidence.flow;

import org.jspecify.annotations.NullMarked;
