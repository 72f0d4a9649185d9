/** Signed documents as they arrive and change. */
@NullMarked
package org.meritstream.walletsync.document;

import org.jspecify.annotations.NullMarked;
