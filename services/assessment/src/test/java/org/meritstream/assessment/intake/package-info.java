@NullMarked
package org.meritstream.assessment.intake;

import org.jspecify.annotations.NullMarked;
