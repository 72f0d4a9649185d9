/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.catalogue;

import org.jspecify.annotations.NullMarked;
