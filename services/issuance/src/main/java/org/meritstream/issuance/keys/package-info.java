/**
 * Signing keys: one or more per issuer, in one of two homes. Wrapped (AES-GCM) in the database, under a key that comes from a file and is never
 * in it; or in a PKCS #11 token, which they never leave.
 */
@NullMarked
package org.meritstream.issuance.keys;

import org.jspecify.annotations.NullMarked;
