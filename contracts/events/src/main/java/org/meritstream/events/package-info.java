/** The events. */
@NullMarked
package org.meritstream.events;

import org.jspecify.annotations.NullMarked;
