/** Tests of the checks of a credential. */
@NullMarked
package org.meritstream.issuance.verification;

import org.jspecify.annotations.NullMarked;
