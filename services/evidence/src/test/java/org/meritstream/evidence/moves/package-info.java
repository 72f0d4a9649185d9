/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.moves;

import org.jspecify.annotations.NullMarked;
