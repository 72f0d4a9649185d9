/** Sharing and the edge that asks for it. */
@NullMarked
package org.meritstream.walletsync.sharing;

import org.jspecify.annotations.NullMarked;
