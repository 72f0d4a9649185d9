/** What a new quickstart starts with. */
@NullMarked
package org.meritstream.quickstart.seed;

import org.jspecify.annotations.NullMarked;
