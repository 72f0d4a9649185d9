/** What is done to many credentials at once, slice after slice, each by the decision that one alone would meet (docs/adr/0053). */
@NullMarked
package org.meritstream.issuance.bulk;

import org.jspecify.annotations.NullMarked;
