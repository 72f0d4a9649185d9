/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.dossiers;

import org.jspecify.annotations.NullMarked;
