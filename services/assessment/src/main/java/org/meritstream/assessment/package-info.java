/** The assessment service: what happened, and who the learner is. One package per feature. */
@NullMarked
package org.meritstream.assessment;

import org.jspecify.annotations.NullMarked;
