/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.reviews;

import org.jspecify.annotations.NullMarked;
