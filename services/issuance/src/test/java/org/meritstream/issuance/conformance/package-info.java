/** Tests of the VC-API. */
@NullMarked
package org.meritstream.issuance.conformance;

import org.jspecify.annotations.NullMarked;
