/** The running service, its batches and what they emit. */
@NullMarked
package org.meritstream.walletsync.flow;

import org.jspecify.annotations.NullMarked;
