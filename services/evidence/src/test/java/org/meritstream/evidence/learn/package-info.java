/** Proves what a learner sees: where one stands and what to do, in three languages, and nothing of anybody else. */
@NullMarked
package org.meritstream.evidence.learn;

import org.jspecify.annotations.NullMarked;
