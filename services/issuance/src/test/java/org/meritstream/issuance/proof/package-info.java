/** Tests of the proofs, by official vectors first. */
@NullMarked
package org.meritstream.issuance.proof;

import org.jspecify.annotations.NullMarked;
