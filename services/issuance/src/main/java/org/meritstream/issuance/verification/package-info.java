/**
 * Checking a credential, ours or anybody's: each check is valid, invalid, or could not be made, with its reason in words. The page of a
 * credential, {@code POST /api/verify} and the page {@code /verify} make the same checks ({@code docs/adr/0032-one-verifier.md}).
 */
@NullMarked
package org.meritstream.issuance.verification;

import org.jspecify.annotations.NullMarked;
