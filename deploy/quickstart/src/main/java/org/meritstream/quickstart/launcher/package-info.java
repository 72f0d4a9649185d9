/** Starts the product on one machine, watches over its processes, and stops it. */
@NullMarked
package org.meritstream.quickstart.launcher;

import org.jspecify.annotations.NullMarked;
