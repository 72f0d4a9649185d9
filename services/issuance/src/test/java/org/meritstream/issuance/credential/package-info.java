/** Tests of credentials: building, schema, pages. */
@NullMarked
package org.meritstream.issuance.credential;

import org.jspecify.annotations.NullMarked;
