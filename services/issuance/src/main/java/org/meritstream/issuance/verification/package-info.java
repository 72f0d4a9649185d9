/** Checking a credential as a verifier would: each check is valid, invalid, or could not be made, with its reason in words. */
@NullMarked
package org.meritstream.issuance.verification;

import org.jspecify.annotations.NullMarked;
