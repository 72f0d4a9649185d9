/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.regrades;

import org.jspecify.annotations.NullMarked;
