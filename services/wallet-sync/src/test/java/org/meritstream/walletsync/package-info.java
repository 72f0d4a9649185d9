/** Tests of the whole service. */
@NullMarked
package org.meritstream.walletsync;

import org.jspecify.annotations.NullMarked;
