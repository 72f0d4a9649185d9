/** Claim links, sessions and their pages. */
@NullMarked
package org.meritstream.walletsync.claim;

import org.jspecify.annotations.NullMarked;
