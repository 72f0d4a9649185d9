/** Tests of signing keys. */
@NullMarked
package org.meritstream.issuance.keys;

import org.jspecify.annotations.NullMarked;
