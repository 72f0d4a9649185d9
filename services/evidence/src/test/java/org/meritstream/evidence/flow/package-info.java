/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.flow;

import org.jspecify.annotations.NullMarked;
