/** Proves what the layout promises: contrast in both schemes, and a digest that fits the stylesheet. */
@NullMarked
package org.meritstream.pages;

import org.jspecify.annotations.NullMarked;
