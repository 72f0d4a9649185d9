/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.judgement;

import org.jspecify.annotations.NullMarked;
