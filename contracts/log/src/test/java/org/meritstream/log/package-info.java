/** The parts of the log that need no server; {@code contracts/proving} has the others. */
@NullMarked
package org.meritstream.log;

import org.jspecify.annotations.NullMarked;
