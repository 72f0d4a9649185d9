/**
 * What a learner's facts prove: the pure evaluation of an achievement version, with its explanation.
 *
 * <p>Total and deterministic: every list of facts has an outcome, in whatever order it arrived and however often. No clock, no store, no
 * framework.
 */
@NullMarked
package org.meritstream.evidence.judgement;

import org.jspecify.annotations.NullMarked;
