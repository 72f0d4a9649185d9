/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.appeals;

import org.jspecify.annotations.NullMarked;
