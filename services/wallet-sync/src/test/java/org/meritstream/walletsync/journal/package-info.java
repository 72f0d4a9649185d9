/** What MongoDB remembers of handled events, by the contract of every journal. */
@NullMarked
package org.meritstream.walletsync.journal;

import org.jspecify.annotations.NullMarked;
