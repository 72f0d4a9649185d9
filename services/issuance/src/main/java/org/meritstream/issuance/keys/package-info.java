/** Signing keys: one or more per issuer, kept wrapped (AES-GCM) under a key that comes from a file and is never in the database. */
@NullMarked
package org.meritstream.issuance.keys;

import org.jspecify.annotations.NullMarked;
