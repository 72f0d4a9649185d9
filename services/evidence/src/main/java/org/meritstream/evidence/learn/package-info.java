/** The learner's own page: where one stands, why, and what to do next. Nobody sees anything there but their own. */
@NullMarked
package org.meritstream.evidence.learn;

import org.jspecify.annotations.NullMarked;
