/** Copies of a credential that reached a place of the learner's choice. */
@NullMarked
package org.meritstream.walletsync.delivery;

import org.jspecify.annotations.NullMarked;
