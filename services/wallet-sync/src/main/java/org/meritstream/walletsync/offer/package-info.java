/** An offer for each issued credential: made, looked at, collected, and withdrawn by revocation. */
@NullMarked
package org.meritstream.walletsync.offer;

import org.jspecify.annotations.NullMarked;
