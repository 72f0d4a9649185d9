/**
 * The university's decision that an achievement is held: earned by evaluation, conferred by the release policy, withdrawn.
 */
@NullMarked
package org.meritstream.evidence.awards;

import org.jspecify.annotations.NullMarked;
