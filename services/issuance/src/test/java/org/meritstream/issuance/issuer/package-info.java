/** Tests of issuers. */
@NullMarked
package org.meritstream.issuance.issuer;

import org.jspecify.annotations.NullMarked;
