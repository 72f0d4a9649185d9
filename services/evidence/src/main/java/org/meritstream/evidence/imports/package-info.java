/** Credentials of other issuers that learners hand in: taken here, looked at by issuance, counted here once they are verified (docs/adr/0038). */
@NullMarked
package org.meritstream.evidence.imports;

import org.jspecify.annotations.NullMarked;
