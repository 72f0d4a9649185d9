/** Endorsements. */
@NullMarked
package org.meritstream.issuance.endorsement;

import org.jspecify.annotations.NullMarked;
