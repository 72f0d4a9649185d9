/** Tests of status lists. */
@NullMarked
package org.meritstream.issuance.status;

import org.jspecify.annotations.NullMarked;
