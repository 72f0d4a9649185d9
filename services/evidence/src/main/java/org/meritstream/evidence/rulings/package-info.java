/**
 * What staff rule for one learner alone: accommodations, and misconduct found or cleared. Why stands in a note and nowhere else.
 */
@NullMarked
package org.meritstream.evidence.rulings;

import org.jspecify.annotations.NullMarked;
