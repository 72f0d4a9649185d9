/** Proves the evidence service as a whole, and holds what its tests share. */
@NullMarked
package org.meritstream.evidence;

import org.jspecify.annotations.NullMarked;
