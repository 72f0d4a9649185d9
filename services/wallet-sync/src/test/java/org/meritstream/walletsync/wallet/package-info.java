/** The wallet itself: every decision about it, and its store. */
@NullMarked
package org.meritstream.walletsync.wallet;

import org.jspecify.annotations.NullMarked;
