/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.simulation;

import org.jspecify.annotations.NullMarked;
