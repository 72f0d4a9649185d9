/** What the example subscriber makes of a feed. */
@NullMarked
package org.meritstream.subscriber;

import org.jspecify.annotations.NullMarked;
