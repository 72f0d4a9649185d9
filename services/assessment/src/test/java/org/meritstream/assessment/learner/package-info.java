@NullMarked
package org.meritstream.assessment.learner;

import org.jspecify.annotations.NullMarked;
