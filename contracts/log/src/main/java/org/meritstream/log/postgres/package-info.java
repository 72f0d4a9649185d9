/** The journal of the log in PostgreSQL: handled rows, what waits, outcomes of commands; a few set-based statements per batch. */
@NullMarked
package org.meritstream.log.postgres;

import org.jspecify.annotations.NullMarked;
