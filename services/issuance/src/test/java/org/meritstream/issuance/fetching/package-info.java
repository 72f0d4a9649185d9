/** Tests of reading what others publish, against servers that mean harm. */
@NullMarked
package org.meritstream.issuance.fetching;

import org.jspecify.annotations.NullMarked;
