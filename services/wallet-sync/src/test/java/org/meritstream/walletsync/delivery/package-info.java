/** Delivery states and the edge that reports them. */
@NullMarked
package org.meritstream.walletsync.delivery;

import org.jspecify.annotations.NullMarked;
