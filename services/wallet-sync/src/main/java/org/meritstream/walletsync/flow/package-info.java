/** The loop's work: which topics this service reads, what a batch needs of the store, and which decision each event meets. */
@NullMarked
package org.meritstream.walletsync.flow;

import org.jspecify.annotations.NullMarked;
