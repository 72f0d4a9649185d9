@NullMarked
package org.meritstream.assessment.canvas;

import org.jspecify.annotations.NullMarked;
