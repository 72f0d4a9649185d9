/** Tests of the loop's work on a real PostgreSQL, and on a real broker. */
@NullMarked
package org.meritstream.issuance.flow;

import org.jspecify.annotations.NullMarked;
