/** The contract against its own schemas, examples and documents. */
@NullMarked
package org.meritstream.events;

import org.jspecify.annotations.NullMarked;
