/** The whole product under fire, and what must be true of it afterwards. */
@NullMarked
package org.meritstream.benchmarks;

import org.jspecify.annotations.NullMarked;
