/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.restraints;

import org.jspecify.annotations.NullMarked;
