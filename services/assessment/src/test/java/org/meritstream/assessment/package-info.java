@NullMarked
package org.meritstream.assessment;

import org.jspecify.annotations.NullMarked;
