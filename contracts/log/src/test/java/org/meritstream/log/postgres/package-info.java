/** The loop's part of PostgreSQL: whose fault it is that a statement failed. */
@NullMarked
package org.meritstream.log.postgres;

import org.jspecify.annotations.NullMarked;
