/** Deliveries of the demonstration and what is said of them. */
@NullMarked
package org.meritstream.quickstart.demo;

import org.jspecify.annotations.NullMarked;
