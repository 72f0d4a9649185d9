/** The badge of an achievement's version, drawn for everybody at an address of its own: the same for all who earn it, and of nobody. */
@NullMarked
package org.meritstream.issuance.badge;

import org.jspecify.annotations.NullMarked;
