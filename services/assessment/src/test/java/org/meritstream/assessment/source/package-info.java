@NullMarked
package org.meritstream.assessment.source;

import org.jspecify.annotations.NullMarked;
