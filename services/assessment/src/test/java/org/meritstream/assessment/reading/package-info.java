@NullMarked
package org.meritstream.assessment.reading;

import org.jspecify.annotations.NullMarked;
