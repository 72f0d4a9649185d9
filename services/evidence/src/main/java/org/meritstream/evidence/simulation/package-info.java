/**
 * What if? The judgement asked about facts that need not be anybody's, without changing anything.
 */
@NullMarked
package org.meritstream.evidence.simulation;

import org.jspecify.annotations.NullMarked;
