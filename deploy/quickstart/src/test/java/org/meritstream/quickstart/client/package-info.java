/** A stand-in for the product's interfaces. */
@NullMarked
package org.meritstream.quickstart.client;

import org.jspecify.annotations.NullMarked;
