@NullMarked
package org.meritstream.assessment.flow;

import org.jspecify.annotations.NullMarked;
