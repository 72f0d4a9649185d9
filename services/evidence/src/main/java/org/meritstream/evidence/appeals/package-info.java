/**
 * Appeals: the learner does not accept a decision, and another person looks again. The first decision stays beside the second, which counts
 * instead.
 */
@NullMarked
package org.meritstream.evidence.appeals;

import org.jspecify.annotations.NullMarked;
