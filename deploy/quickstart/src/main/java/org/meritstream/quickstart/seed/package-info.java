/** Two invented institutions, put in over the public interfaces: what every new quickstart starts with. */
@NullMarked
package org.meritstream.quickstart.seed;

import org.jspecify.annotations.NullMarked;
