/**
 * Canonical N-Quads of documents that differ in a few values: worked out once for each shape, then spliced. Sound only under conditions that
 * are checked for every document; where one fails, and once in a thousand times, the full canonicalization decides (docs/adr/0018).
 */
@NullMarked
package org.meritstream.issuance.template;

import org.jspecify.annotations.NullMarked;
