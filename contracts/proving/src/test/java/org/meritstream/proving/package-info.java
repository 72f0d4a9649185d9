/** The loop and its stores on real servers, and the judges themselves. */
@NullMarked
package org.meritstream.proving;

import org.jspecify.annotations.NullMarked;
