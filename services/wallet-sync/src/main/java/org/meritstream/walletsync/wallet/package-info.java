/** A learner's wallet: what is offered to them, what they hold, and what they show. One document of the store. */
@NullMarked
package org.meritstream.walletsync.wallet;

import org.jspecify.annotations.NullMarked;
