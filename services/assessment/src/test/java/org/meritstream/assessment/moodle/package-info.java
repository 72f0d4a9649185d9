@NullMarked
package org.meritstream.assessment.moodle;

import org.jspecify.annotations.NullMarked;
