/**
 * Credentials of other issuers that learners hand in: looked at beside the loop, since others are asked and answer as they like; concluded within
 * it; and looked at again while they are held (docs/adr/0038).
 */
@NullMarked
package org.meritstream.issuance.imports;

import org.jspecify.annotations.NullMarked;
