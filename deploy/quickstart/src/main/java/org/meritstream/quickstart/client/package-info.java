/** The product's public HTTP surface, as an outsider with a staff token uses it. */
@NullMarked
package org.meritstream.quickstart.client;

import org.jspecify.annotations.NullMarked;
