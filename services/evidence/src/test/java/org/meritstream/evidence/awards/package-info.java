/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.awards;

import org.jspecify.annotations.NullMarked;
