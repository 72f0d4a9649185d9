/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.batches;

import org.jspecify.annotations.NullMarked;
