@NullMarked
package org.meritstream.assessment.delivery;

import org.jspecify.annotations.NullMarked;
