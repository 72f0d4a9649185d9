/** Bitstring Status Lists (W3C Bitstring Status List 1.0): which bit is whose, the bits, and the signed list. */
@NullMarked
package org.meritstream.issuance.status;

import org.jspecify.annotations.NullMarked;
