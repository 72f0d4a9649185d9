/**
 * The loop's view of MongoDB: one atomic update per document, guarded by its version, carrying the effect of an event and its handled
 * entry together. No transactions: an event changes one document, so it needs none.
 */
@NullMarked
package org.meritstream.walletsync.journal;

import org.jspecify.annotations.NullMarked;
