/** Names of learners as they arrive and change. */
@NullMarked
package org.meritstream.walletsync.profile;

import org.jspecify.annotations.NullMarked;
