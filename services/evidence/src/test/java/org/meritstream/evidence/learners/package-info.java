/** Proves the package of the same name. */
@NullMarked
package org.meritstream.evidence.learners;

import org.jspecify.annotations.NullMarked;
