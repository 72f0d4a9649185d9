/** Offers and the edge that lists them. */
@NullMarked
package org.meritstream.walletsync.offer;

import org.jspecify.annotations.NullMarked;
